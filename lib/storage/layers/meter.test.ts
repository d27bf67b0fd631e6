import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { deriveSecrets } from "@/lib/secrets";
import type { Driver, ServedDriver } from "../driver";
import { createLocalDriver } from "../drivers/local";
import { createMemoryDriver } from "../drivers/memory";
import { newObjectKey } from "../object-key";
import { storeDown } from "../store-down";
import { createMeter } from "./meter";

const secrets = deriveSecrets("s".repeat(32));
const contentType = "video/mp4";
const mebibyte = 1024 * 1024;
const freshKey = () => newObjectKey("client_001", "originals");
const down = () => storeDown("store", "ECONNREFUSED");

let root: string;
let disk: ServedDriver;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "vitrine-meter-"));
  disk = await createLocalDriver(secrets, { root, uploadUrlSeconds: 60 });
});
afterAll(() => rm(root, { recursive: true, force: true }));

function metered<D extends Driver>(driver: D) {
  const meter = createMeter();
  return { ...meter, driver: meter.withMeter(driver) };
}
const put = (driver: Driver, key: string, bytes: Buffer) =>
  driver.put(key, Readable.from([bytes]), { contentType });

it.each([
  ["as a buffer", (body: Readable) => buffer(body)],
  ["by a pipe", (body: Readable) => pipeline(body, new PassThrough(), async (all) => buffer(all))],
  [
    "by a listener",
    (body: Readable) =>
      new Promise((resolve, reject) => {
        body.on("data", () => {});
        body.on("end", resolve).on("error", reject);
      }),
  ],
])("counts every byte that is read %s, once", async (_, consume) => {
  for (const inner of [disk, createMemoryDriver(secrets)]) {
    const { driver, counts } = metered(inner);
    const key = freshKey();
    await put(driver, key, randomBytes(3 * mebibyte + 7));
    await consume(await driver.get(key));
    await consume(await driver.get(key, { start: 10, end: mebibyte }));
    expect(counts().read).toMatchObject({ count: 2, failures: 0, bytes: 4 * mebibyte - 2 });
    expect(counts().write).toMatchObject({ count: 1, bytes: 3 * mebibyte + 7 });
  }
});

it("counts a body that is left off only as far as it came", async () => {
  const { driver, counts } = metered(disk);
  const key = freshKey();
  await put(driver, key, randomBytes(16 * mebibyte));
  for await (const _ of await driver.get(key)) break;
  expect(counts().read.bytes).toBeLessThan(4 * mebibyte);
  expect(counts().read.failures).toBe(0);
});

it("counts parts that come through here", async () => {
  const { driver, counts } = metered(disk);
  const bytes = randomBytes(17 * mebibyte);
  const expiresAt = new Date(Date.now() + 60_000);
  const request = { key: freshKey(), sizeBytes: bytes.length, contentType, expiresAt };
  const upload = { ...request, ...(await driver.openUpload(request)) };
  const size = upload.partSizeBytes ?? 0;
  for (let n = 1; (n - 1) * size < bytes.length; n += 1) {
    await driver.putPart(upload, n, Readable.from([bytes.subarray((n - 1) * size, n * size)]));
  }
  await driver.finishUpload(upload);
  expect(counts().write.bytes).toBe(bytes.length);
});

it("counts what failed, and takes a plain no for an answer", async () => {
  const memory = createMemoryDriver(secrets, { backendId: "store" });
  const refused = new AppError("unavailable", "AccessDenied", { reason: "store_refused" });
  const answers = [down(), refused];
  // The second came from another place, from where this one should have got its bytes.
  const broken = [down(), storeDown("elsewhere", "ECONNRESET")];
  const { driver, counts } = metered<Driver>({
    ...memory,
    head: (key) => {
      const failure = answers.shift();
      return failure ? Promise.reject(failure) : memory.head(key);
    },
    put: async () => {
      throw broken.shift();
    },
  });
  const words = ["store_down", "store_refused", "not_found"];
  for (const reason of words)
    await expect(driver.head(freshKey())).rejects.toMatchObject({ reason });
  await expect(put(driver, freshKey(), randomBytes(10))).rejects.toThrow("ECONNREFUSED");
  await expect(put(driver, freshKey(), randomBytes(10))).rejects.toThrow("ECONNRESET");
  expect(counts()).toMatchObject({
    ask: { count: 3, failures: 2 },
    write: { count: 2, failures: 1, bytes: 0 },
  });
});

it("counts a body that breaks off as a failure, with the bytes that had come", async () => {
  const body = new PassThrough();
  const { driver, counts } = metered<Driver>({ ...disk, get: async () => body });
  const read = buffer(await driver.get(freshKey()));
  body.write(Buffer.alloc(1000));
  await sleep(10);
  body.destroy(down());
  await expect(read).rejects.toMatchObject({ reason: "store_down" });
  expect(counts().read).toMatchObject({ count: 1, failures: 1, bytes: 1000 });
});

it("tells how long the store takes to answer", async () => {
  const { driver, counts, latencyMs } = metered<Driver>({
    ...disk,
    async head() {
      await sleep(30);
      return { sizeBytes: 1 };
    },
  });
  expect(latencyMs()).toBeUndefined();
  await driver.head(freshKey());
  expect(latencyMs()).toBeGreaterThan(25);
  const { totalMs, slowestMs } = counts().ask;
  expect(totalMs).toBeGreaterThan(25);
  expect(slowestMs).toBe(totalMs);
});
