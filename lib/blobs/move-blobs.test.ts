import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { jobContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { contextOf, type Runtime } from "@/lib/runtime";
import { createMemoryDriver, createMemoryStorage, type Driver, newObjectKey } from "@/lib/storage";
import { testClient, testRuntime, testSecrets } from "@/lib/testing";
import { dropPlacement } from "./drop-placement";
import { moveBlobs } from "./move-blobs";

let runtime: Runtime;
let disk: Driver;
let bucket: Driver;
let clientId: string;
const ctx = () => contextOf(runtime, { kind: "job", name: "test" });
const ofClient = () => jobContext(ctx(), "test", clientId, runtime.log);

beforeAll(async () => {
  disk = createMemoryDriver(testSecrets, { backendId: "test-disk" });
  bucket = createMemoryDriver(testSecrets, { backendId: "test-bucket" });
  const storage = createMemoryStorage(testSecrets, [disk, bucket]);
  runtime = await testRuntime({ storage });
  for (const { backendId: id, kind } of [disk, bucket])
    await runtime.db.backend.createMany({ data: [{ id, kind }], skipDuplicates: true });
});

beforeEach(async () => {
  ({ clientId } = await testClient("OWNER"));
});

async function fileOn(driver: Driver, sizeBytes = 3000): Promise<{ blobId: string; key: string }> {
  const [blobId, key] = [uuid(), newObjectKey(clientId, "originals")];
  const bytes = Readable.from([randomBytes(sizeBytes)]);
  const { sha256 } = await driver.put(key, bytes, { contentType: "video/mp4" });
  const size = BigInt(sizeBytes);
  const content = { sizeBytes: size, contentType: "video/mp4" };
  const { db } = runtime;
  await db.blob.create({ data: { clientId, id: blobId, state: "VERIFIED", sha256, ...content } });
  await db.placement.create({
    data: {
      ...{ clientId, id: uuid(), blobId, backendId: driver.backendId, objectKey: key },
      ...{ storedSizeBytes: size, state: "PRESENT" },
    },
  });
  return { blobId, key };
}

async function move(from: string, to: string, signal = new AbortController().signal) {
  const outcomes: string[] = [];
  let total = { files: 0, bytes: 0 };
  await moveBlobs(
    ctx(),
    { from, to, clientId, atOnce: 2 },
    {
      signal,
      onStart: (counted) => {
        total = counted;
      },
      onFile: (outcome) => void outcomes.push(outcome),
    },
  );
  return { outcomes, total };
}

const placesOf = (blobId: string) =>
  runtime.db.placement.findMany({ where: { clientId, blobId }, orderBy: { id: "asc" } });
const present = async (blobId: string) =>
  (await placesOf(blobId)).filter(({ state }) => state === "PRESENT");

it("moves every file there and back again, and the old place serves until its URLs are over", async () => {
  const files = [await fileOn(disk), await fileOn(disk, 0)];
  expect(await move("test-disk", "test-bucket")).toEqual({
    ...{ outcomes: ["copied", "copied"], total: { files: 2, bytes: 3000 } },
  });
  for (const { blobId, key } of files) {
    const [place] = await present(blobId);
    expect(place?.backendId).toBe("test-bucket");
    expect(place?.objectKey).not.toBe(key);
    const bytes = await buffer(await bucket.get(place?.objectKey ?? ""));
    expect(bytes).toEqual(await buffer(await disk.get(key)));
  }

  expect((await move("test-bucket", "test-disk")).outcomes).toEqual(["copied", "copied"]);
  for (const { blobId, key } of files) {
    // The first place is on its way out, and takes nothing along with it.
    const old = (await placesOf(blobId)).filter(({ state }) => state === "DELETING");
    expect(old).toHaveLength(2);
    for (const { id } of old) await dropPlacement(ofClient(), id);
    await expect(disk.head(key)).rejects.toMatchObject({ code: "not_found" });
    const [place] = await placesOf(blobId);
    expect(place).toMatchObject({ backendId: "test-disk", state: "PRESENT" });
    await disk.head(place?.objectKey ?? "");
  }
});

it("drops no place that is read from", async () => {
  const { blobId, key } = await fileOn(disk);
  const [place] = await present(blobId);
  await dropPlacement(ofClient(), place?.id ?? "");
  expect(await placesOf(blobId)).toHaveLength(1);
  await disk.head(key);
});

it("leaves a file where it is that is not what its record says, or not there", async () => {
  const [damaged, missing, short] = [await fileOn(disk), await fileOn(disk), await fileOn(disk)];
  const put = (key: string, bytes: number) =>
    disk.put(key, Readable.from([Buffer.alloc(bytes)]), { contentType: "video/mp4" });
  await put(damaged.key, 3000);
  await put(short.key, 2999);
  await disk.delete(missing.key);
  const { outcomes } = await move("test-disk", "test-bucket");
  expect(outcomes.sort()).toEqual(["damaged", "damaged", "missing"]);
  for (const { blobId } of [damaged, missing, short]) {
    expect(await placesOf(blobId)).toMatchObject([{ backendId: "test-disk", state: "PRESENT" }]);
  }
});

it("goes on where it was cut off, over what was left half done", async () => {
  const { blobId } = await fileOn(disk);
  const objectKey = newObjectKey(clientId, "originals");
  await bucket.put(objectKey, Readable.from([Buffer.alloc(10)]), { contentType: "video/mp4" });
  const left = { clientId, id: uuid(), blobId, backendId: "test-bucket", objectKey };
  await runtime.db.placement.create({
    data: { ...left, storedSizeBytes: 3000n, state: "COPYING" },
  });
  expect((await move("test-disk", "test-bucket")).outcomes).toEqual(["copied"]);
  expect(await present(blobId)).toMatchObject([{ objectKey, backendId: "test-bucket" }]);
  expect((await bucket.head(objectKey)).sizeBytes).toBe(3000);
});

it("waits for a store that is away for a moment, and ends with what it says when it stays away", async () => {
  const { blobId } = await fileOn(disk);
  const { put } = bucket;
  let refusals = 1;
  bucket.put = async (...args) => {
    refusals -= 1;
    if (refusals >= 0) throw new AppError("unavailable", "down", { reason: "store_down" });
    return put(...args);
  };
  try {
    expect((await move("test-disk", "test-bucket")).outcomes).toEqual(["copied"]);
  } finally {
    bucket.put = put;
  }
  expect(await present(blobId)).toMatchObject([{ backendId: "test-bucket" }]);
});

it("keeps nothing of a file that is deleted while it is copied", async () => {
  const { blobId } = await fileOn(disk);
  const { put } = bucket;
  let copied = "";
  bucket.put = async (key, ...rest) => {
    copied = key;
    const stored = await put(key, ...rest);
    await runtime.db.blob.update({
      where: { clientId_id: { clientId, id: blobId } },
      data: { state: "DELETING" },
    });
    return stored;
  };
  try {
    expect((await move("test-disk", "test-bucket")).outcomes).toEqual(["gone"]);
  } finally {
    bucket.put = put;
  }
  await expect(bucket.head(copied)).rejects.toMatchObject({ code: "not_found" });
});

it("refuses a second move at the same time, a store that is none, and to move nowhere", async () => {
  await fileOn(disk);
  const { put } = bucket;
  let second: unknown;
  bucket.put = async (...args) => {
    second = await move("test-disk", "test-bucket").catch((error) => error);
    return put(...args);
  };
  try {
    await move("test-disk", "test-bucket");
  } finally {
    bucket.put = put;
  }
  expect(second).toMatchObject({ code: "conflict", reason: "move_runs" });
  await expect(move("test-disk", "tape")).rejects.toMatchObject({ reason: "backend_unknown" });
  await expect(move("test-disk", "test-disk")).rejects.toMatchObject({ code: "invalid" });
});
