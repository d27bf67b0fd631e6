import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLog } from "@/lib/log";
import { deriveSecrets } from "@/lib/secrets";
import type { ServedDriver } from "../driver";
import { createMemoryDriver } from "../drivers/memory";
import { newObjectKey } from "../object-key";
import { canMount, mountSmallDisk, unmount } from "../small-disk";
import { createDiskCache } from "./disk-cache";

const secrets = deriveSecrets("s".repeat(32));
const contentType = "video/mp4";
const mebibyte = 1024 * 1024;
const log = createLog("silent");
const freshKey = () => newObjectKey("client_001", "originals");

let directory: string;
let store: ServedDriver;
let reads = 0;
/** Runs before the store gives a body. */
let onRead = async () => {};
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "vitrine-disk-cache-"));
  const memory = createMemoryDriver(secrets);
  reads = 0;
  onRead = async () => {};
  store = {
    ...memory,
    async get(...given) {
      reads += 1;
      const body = await memory.get(...given);
      await onRead();
      return body;
    },
  };
});
// A copy may still be coming.
afterEach(() => rm(directory, { recursive: true, force: true, maxRetries: 10 }));

async function opened(maxBytes = 64 * mebibyte, driver: ServedDriver = store) {
  const cache = await createDiskCache({ directory, maxBytes, log });
  return { cache, driver: cache.withDiskCache(driver) };
}

async function put(bytes: Buffer, key = freshKey()): Promise<string> {
  await store.put(key, Readable.from([bytes]), { contentType });
  return key;
}
const read = async (driver: ServedDriver, key: string, range?: { start: number; end: number }) =>
  buffer(await driver.get(key, range));

type Cache = Awaited<ReturnType<typeof opened>>["cache"];
const holds = (cache: Cache, objects: number) =>
  vi.waitFor(() => expect(cache.counts().objects).toBe(objects));

/** Every file below, half ones too. */
async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}
async function bytesIn(path: string): Promise<number> {
  const sizes = await Promise.all((await filesIn(path)).map(async (f) => (await stat(f)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

it("keeps what is read for the second time, and gives it whole and in pieces", async () => {
  const { cache, driver } = await opened();
  const bytes = randomBytes(2 * mebibyte);
  const key = await put(bytes);
  expect(await read(driver, key, { start: 0, end: 9 })).toEqual(bytes.subarray(0, 10));
  await sleep(20);
  expect(cache.counts()).toEqual({ hits: 0, misses: 1, objects: 0, bytes: 0 });
  await read(driver, key);
  await holds(cache, 1);
  const asked = reads;
  expect((await read(driver, key)).equals(bytes)).toBe(true);
  const piece = await read(driver, key, { start: 100, end: mebibyte });
  expect(piece.equals(bytes.subarray(100, mebibyte + 1))).toBe(true);
  expect(reads).toBe(asked);
  expect(cache.counts()).toMatchObject({ hits: 2, misses: 2, bytes: bytes.length + 1 });
  await cache.close();
  expect(await filesIn(directory)).toEqual([]);
});

it("takes no more of the disk than it may, what is coming included", async () => {
  const { cache, driver } = await opened(8 * mebibyte);
  const keys = await Promise.all(
    Array.from({ length: 16 }, () => put(randomBytes(1.5 * mebibyte))),
  );
  let most = 0;
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(keys.map((key) => read(driver, key)));
    most = Math.max(most, await bytesIn(directory));
    await sleep(50);
    most = Math.max(most, await bytesIn(directory));
  }
  await vi.waitFor(() => expect(cache.counts().objects).toBeGreaterThan(0));
  expect(most).toBeLessThanOrEqual(8 * mebibyte);
  // One that is too large for it is not fetched at all.
  const large = await put(randomBytes(3 * mebibyte));
  const before = reads;
  for (let time = 0; time < 3; time += 1) await read(driver, large);
  await sleep(50);
  expect(reads).toBe(before + 3);
});

it("forgets what is deleted or replaced, also while it is coming", async () => {
  const { cache, driver } = await opened();
  const key = await put(Buffer.from("one"));
  for (let time = 0; time < 2; time += 1) await read(driver, key);
  await holds(cache, 1);
  await driver.put(key, Readable.from([Buffer.from("two")]), { contentType });
  expect(String(await read(driver, key))).toBe("two");
  await holds(cache, 1);
  await driver.delete(key);
  await expect(driver.get(key)).rejects.toMatchObject({ code: "not_found" });

  // The copy is under way, and holds the bytes from before.
  const other = await put(Buffer.from("three"));
  let goOn = () => {};
  await read(driver, other);
  const before = reads;
  onRead = async () => {
    if (reads === before + 2) await new Promise<void>((resolve) => (goOn = resolve));
  };
  await read(driver, other);
  await vi.waitFor(() => expect(reads).toBe(before + 2));
  await driver.delete(other);
  await put(Buffer.from("four"), other);
  goOn();
  await sleep(30);
  expect(String(await read(driver, other))).toBe("four");
});

it("never keeps or gives half a file", async () => {
  const bytes = randomBytes(mebibyte);
  const key = await put(bytes);
  let isShort = false;
  const { cache, driver } = await opened(64 * mebibyte, {
    ...store,
    get: async (k, range) =>
      isShort ? Readable.from([bytes.subarray(0, 1000)]) : store.get(k, range),
  });
  await read(driver, key);
  isShort = true;
  await read(driver, key);
  await sleep(30);
  expect(cache.counts()).toMatchObject({ objects: 0, bytes: 0 });
  isShort = false;
  await vi.waitFor(async () => {
    await read(driver, key);
    expect(cache.counts().objects).toBe(1);
  });
  expect((await read(driver, key)).equals(bytes)).toBe(true);
  expect(await filesIn(directory)).toHaveLength(1);
});

it("asks the store when somebody has emptied its directory", async () => {
  const { cache, driver } = await opened();
  const bytes = randomBytes(5000);
  const key = await put(bytes);
  for (let time = 0; time < 2; time += 1) await read(driver, key);
  await holds(cache, 1);
  await rm(directory, { recursive: true });
  const hits = cache.counts().hits;
  expect(await read(driver, key)).toEqual(bytes);
  expect(cache.counts().hits).toBe(hits);
});

it("goes on giving what it has begun to give when it is pushed out", async () => {
  const { cache, driver } = await opened(4 * mebibyte);
  const [first, bytes] = [freshKey(), randomBytes(mebibyte - 1)];
  await put(bytes, first);
  for (let time = 0; time < 2; time += 1) await read(driver, first);
  await holds(cache, 1);
  const body = await driver.get(first);
  for (let n = 0; n < 4; n += 1) {
    const key = await put(randomBytes(mebibyte - 1));
    for (let time = 0; time < 2; time += 1) await read(driver, key);
    await sleep(20);
  }
  expect((await buffer(body)).equals(bytes)).toBe(true);
});

it("clears away what killed processes have left, also one that had this one's number", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const left = join(directory, `${child.pid}-left`);
  const same = join(directory, `${process.pid}-before`);
  const alive = join(directory, `${process.ppid}-alive`);
  for (const path of [left, same, alive]) {
    await mkdir(path);
    await writeFile(join(path, "x.part"), "half");
  }
  const one = await opened();
  expect((await readdir(directory)).toSorted()).toContain(`${child.pid}-left`);
  child.kill("SIGKILL");
  await once(child, "exit");
  const two = await opened();
  const names = await readdir(directory);
  expect(names).not.toContain(`${child.pid}-left`);
  expect(names).not.toContain(`${process.pid}-before`);
  expect(names).toContain(`${process.ppid}-alive`);
  // Both of this process go on.
  const key = await put(randomBytes(100));
  for (const { cache, driver } of [one, two]) {
    for (let time = 0; time < 2; time += 1) await read(driver, key);
    await holds(cache, 1);
  }
});

it.runIf(canMount())(
  "hides a full disk from who reads, and leaves nothing half on it",
  async () => {
    mountSmallDisk(directory, 2);
    try {
      const { cache, driver } = await opened();
      const bytes = randomBytes(4 * mebibyte);
      const key = await put(bytes);
      const told = vi.spyOn(log, "debug");
      for (let time = 0; time < 3; time += 1) {
        expect((await read(driver, key)).equals(bytes)).toBe(true);
      }
      await vi.waitFor(() => expect(told).toHaveBeenCalled());
      await vi.waitFor(async () => expect(await filesIn(directory)).toEqual([]));
      expect(cache.counts()).toMatchObject({ hits: 0, objects: 0 });
    } finally {
      unmount(directory);
    }
  },
);
