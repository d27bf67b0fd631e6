import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError, notFound } from "@/lib/errors";
import { deriveSecrets } from "@/lib/secrets";
import type { Driver, ServedDriver, StoreHealth } from "../driver";
import { createMemoryDriver } from "../drivers/memory";
import { newObjectKey } from "../object-key";
import { canMount, mountSmallDisk, unmount } from "../small-disk";
import { storeDown } from "../store-down";
import { withFallback } from "./fallback";
import { createSpool } from "./spool";

const secrets = deriveSecrets("s".repeat(32));
const mebibyte = 1024 * 1024;
const contentType = "video/mp4";
const freshKey = () => newObjectKey("client_001", "originals");

let directory: string;
let second: ServedDriver;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "vitrine-spool-"));
  second = createMemoryDriver(secrets, { backendId: "local" });
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Reads so much of what it is given, and then says this. */
function breaking(afterBytes: number, error: Error = storeDown("store", "ECONNRESET")) {
  const inner = createMemoryDriver(secrets, { backendId: "store" });
  const driver: Driver = {
    ...inner,
    async put(_, body) {
      let seen = 0;
      for await (const chunk of body) {
        seen += chunk.length;
        if (seen >= afterBytes) break;
      }
      throw error;
    },
    async openUpload() {
      throw error;
    },
  };
  return driver;
}

const over = async (first: Driver) => withFallback(first, second, await createSpool(directory));
const put = (driver: Driver, key: string, bytes: Buffer, sizeBytes?: number) => {
  const body = Readable.from(pieces(bytes));
  const options = { contentType, ...(sizeBytes === undefined ? {} : { sizeBytes }) };
  return driver.put(key, body, options).finally(() => expect(body.destroyed).toBe(true));
};
function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}

it.each([
  ["small", 10_000, 10_000],
  ["large", 5 * mebibyte + 3, 5 * mebibyte + 3],
  ["of unknown length", 3 * mebibyte, undefined],
])(
  "sends a body that is %s whole to the second store when the first breaks off",
  async (_, size, told) => {
    const driver = await over(breaking(size / 2));
    const [key, bytes] = [freshKey(), randomBytes(size)];
    expect(await put(driver, key, bytes, told)).toMatchObject({
      backendId: "local",
      sizeBytes: size,
    });
    expect((await buffer(await second.get(key))).equals(bytes)).toBe(true);
    expect((await buffer(await driver.get(key))).equals(bytes)).toBe(true);
    expect(await readdir(directory)).toEqual([]);
  },
);

it("says where it went, and goes to the first as long as that answers", async () => {
  const driver = await over(createMemoryDriver(secrets, { backendId: "store" }));
  const key = freshKey();
  expect(await put(driver, key, randomBytes(2 * mebibyte))).toMatchObject({ backendId: "store" });
  await expect(second.head(key)).rejects.toMatchObject({ code: "not_found" });
  expect(await readdir(directory)).toEqual([]);
});

it.each([
  ["403", new AppError("unavailable", "AccessDenied", { reason: "store_refused" })],
  ["404", notFound("bucket")],
  ["412", new AppError("conflict", "other bytes", { reason: "object_exists" })],
])("takes a %s for an answer, and leaves nothing anywhere", async (_, refusal) => {
  const driver = await over(breaking(mebibyte, refusal));
  const key = freshKey();
  await expect(put(driver, key, randomBytes(2 * mebibyte))).rejects.toBe(refusal);
  const request = { key, sizeBytes: 5, contentType, expiresAt: new Date(Date.now() + 60_000) };
  await expect(driver.openUpload(request)).rejects.toBe(refusal);
  await expect(second.head(key)).rejects.toMatchObject({ code: "not_found" });
  expect(await readdir(directory)).toEqual([]);
});

it("keeps nothing of a body that is not as long as announced", async () => {
  const driver = await over(breaking(1));
  for (const told of [2 * mebibyte - 1, 2 * mebibyte + 1]) {
    await expect(put(driver, freshKey(), randomBytes(2 * mebibyte), told)).rejects.toMatchObject({
      reason: "size_mismatch",
    });
  }
  expect(await readdir(directory)).toEqual([]);
});

it("keeps nothing of a sender who goes away", async () => {
  const driver = await over(breaking(1));
  const body = Readable.from(
    (function* () {
      yield randomBytes(2 * mebibyte);
      throw new Error("the line is cut");
    })(),
  );
  await expect(driver.put(freshKey(), body, { contentType })).rejects.toThrow("the line is cut");
  expect(await readdir(directory)).toEqual([]);
});

it("asks a store that is down nothing, and one that may be back again", async () => {
  const health: StoreHealth = { state: "down", since: new Date(), lastError: "ECONNREFUSED" };
  const first = createMemoryDriver(secrets, { backendId: "store" });
  const driver = await over({ ...first, health: () => health });
  const bytes = randomBytes(100);
  expect(await put(driver, freshKey(), bytes)).toMatchObject({ backendId: "local" });
  health.state = "trying";
  expect(await put(driver, freshKey(), bytes)).toMatchObject({ backendId: "store" });
});

it("opens an upload where somebody answers, though a URL is signed without a word", async () => {
  const memory = createMemoryDriver(secrets, { backendId: "store" });
  const answers = [storeDown("store", "ECONNREFUSED"), notFound("object")];
  const driver = await over({
    ...memory,
    head: () => Promise.reject(answers.shift()),
  });
  const expiresAt = new Date(Date.now() + 60_000);
  const open = () => driver.openUpload({ key: freshKey(), sizeBytes: 5, contentType, expiresAt });
  expect(await open()).toMatchObject({ backendId: "local" });
  expect(await open()).toMatchObject({ backendId: "store" });
});

it("reads where it was written last, when the first comes back for the same key", async () => {
  let isDown = true;
  const first = createMemoryDriver(secrets, { backendId: "store" });
  const driver = await over({
    ...first,
    put: async (...given) => {
      if (isDown) throw storeDown("store", "ECONNREFUSED");
      return first.put(...given);
    },
  });
  const key = freshKey();
  await put(driver, key, Buffer.from("one"));
  isDown = false;
  await put(driver, key, Buffer.from("two"));
  expect(String(await buffer(await driver.get(key)))).toBe("two");
});

it("clears away what a killed process left a day ago, and nothing newer", async () => {
  const [old, young] = [join(directory, "old"), join(directory, "young")];
  await writeFile(old, "x");
  await writeFile(young, "x");
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await utimes(old, yesterday, yesterday);
  await createSpool(directory);
  expect(await readdir(directory)).toEqual(["young"]);
});

describe.runIf(canMount())("a spool on a small disk", () => {
  beforeEach(() => {
    mountSmallDisk(directory, 20);
  });
  afterEach(() => {
    unmount(directory);
  });

  it("sends what has no room there straight to the first store", async () => {
    const first = createMemoryDriver(secrets, { backendId: "store" });
    const bytes = randomBytes(24 * mebibyte);
    const stored = await put(await over(first), freshKey(), bytes, bytes.length);
    expect(stored).toMatchObject({ sizeBytes: bytes.length });
    expect(await readdir(directory)).toEqual([]);
  });

  it("goes on to the first store when the disk fills, and keeps nothing", async () => {
    const first = createMemoryDriver(secrets, { backendId: "store" });
    const [key, bytes] = [freshKey(), randomBytes(40 * mebibyte)];
    expect(await put(await over(first), key, bytes)).toMatchObject({ backendId: "store" });
    expect((await buffer(await first.get(key))).equals(bytes)).toBe(true);
    expect(await readdir(directory)).toEqual([]);
  });

  it("says that the disk is full when the first store breaks off after that", async () => {
    const driver = await over(breaking(30 * mebibyte));
    await expect(put(driver, freshKey(), randomBytes(40 * mebibyte))).rejects.toMatchObject({
      ...{ code: "unavailable", reason: "disk_full" },
    });
    expect(await readdir(directory)).toEqual([]);
  });
});
