import { randomBytes } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import type { ServedDriver } from "../driver";
import { createMemoryDriver } from "../drivers/memory";
import { newObjectKey } from "../object-key";
import { createMemoryCache } from "./memory-cache";

const secrets = deriveSecrets("s".repeat(32));
const contentType = "image/webp";
const kibibyte = 1024;
const freshKey = () => newObjectKey("client_001", "originals");

let store: ServedDriver;
let reads = 0;
beforeEach(() => {
  const memory = createMemoryDriver(secrets);
  reads = 0;
  store = {
    ...memory,
    async get(...given) {
      reads += 1;
      return memory.get(...given);
    },
  };
});

function cached(options: Partial<Parameters<typeof createMemoryCache>[0]> = {}) {
  const cache = createMemoryCache({ maxBytes: 1024 * kibibyte, ttlMs: 60_000, ...options });
  return { cache, driver: cache.withMemoryCache(store) };
}
type Cached = ReturnType<typeof cached>["driver"];

async function put(driver: Cached, bytes: Buffer, key = freshKey()): Promise<string> {
  await driver.put(key, Readable.from([bytes]), { contentType });
  return key;
}
const read = async (driver: Cached, key: string, range?: { start: number; end: number }) =>
  buffer(await driver.get(key, range));

it("asks the store once for what is read whole, and gives pieces of it, too", async () => {
  const { cache, driver } = cached();
  const bytes = randomBytes(10 * kibibyte);
  const key = await put(driver, bytes);
  for (let time = 0; time < 5; time += 1) expect(await read(driver, key)).toEqual(bytes);
  expect(await read(driver, key, { start: 3, end: 9 })).toEqual(bytes.subarray(3, 10));
  expect(reads).toBe(1);
  expect(cache.counts()).toEqual({ hits: 5, misses: 1, objects: 1, bytes: bytes.length + 1 });
});

it("holds no more bytes than it may, and gives up what was read longest ago", async () => {
  const { cache, driver } = cached({ maxBytes: 100 * kibibyte });
  const keys: string[] = [];
  for (let n = 0; n < 20; n += 1) keys.push(await put(driver, randomBytes(10 * kibibyte)));
  for (const key of keys) {
    await read(driver, key);
    expect(cache.counts().bytes).toBeLessThanOrEqual(100 * kibibyte);
  }
  expect(cache.counts().objects).toBe(9);
  reads = 0;
  await read(driver, keys.at(-1) ?? "");
  expect(reads).toBe(0);
  await read(driver, keys[0] ?? "");
  expect(reads).toBe(1);
});

it("lets large ones, pieces, and what nobody read to its end pass", async () => {
  const { cache, driver } = cached({ maxObjectBytes: 50 * kibibyte });
  const large = await put(driver, randomBytes(51 * kibibyte));
  expect(await read(driver, large)).toHaveLength(51 * kibibyte);
  const small = await put(driver, randomBytes(40 * kibibyte));
  await read(driver, small, { start: 0, end: 40 * kibibyte - 1 });
  (await driver.get(small)).destroy();
  expect(cache.counts()).toMatchObject({ hits: 0, objects: 0, bytes: 0 });
});

it("keeps nothing of a body that breaks off", async () => {
  const { cache } = cached();
  const driver = cache.withMemoryCache<ServedDriver>({
    ...store,
    get: async () =>
      Readable.from(
        (function* () {
          yield randomBytes(100);
          throw new Error("broke off");
        })(),
      ),
  });
  await expect(buffer(await driver.get(freshKey()))).rejects.toThrow("broke off");
  expect(cache.counts()).toMatchObject({ objects: 0, bytes: 0 });
});

it("keeps what had begun to come before it was given", async () => {
  const { cache } = cached();
  const body = new PassThrough();
  body.write("one, ");
  const driver = cache.withMemoryCache<ServedDriver>({ ...store, get: async () => body });
  const read = buffer(await driver.get(freshKey()));
  body.end("two");
  expect(String(await read)).toBe("one, two");
  expect(cache.counts()).toMatchObject({ objects: 1, bytes: 9 });
});

it("asks again when its time is over", async () => {
  const { driver } = cached({ ttlMs: 400 });
  const key = await put(driver, randomBytes(10));
  await read(driver, key);
  await read(driver, key);
  expect(reads).toBe(1);
  await sleep(450);
  await read(driver, key);
  expect(reads).toBe(2);
});

it("forgets what is deleted, replaced or given up, and never another place's", async () => {
  const { cache, driver } = cached();
  const other = cache.withMemoryCache(store, ["gzip"]);
  const key = await put(driver, Buffer.from("one"));
  await read(driver, key);
  await put(driver, Buffer.from("two"), key);
  expect(String(await read(driver, key))).toBe("two");
  await read(other, key);
  expect(reads).toBe(3);
  await driver.delete(key);
  await expect(driver.get(key)).rejects.toMatchObject({ code: "not_found" });
  expect(cache.counts().objects).toBe(1);
});

it("never brings back what was deleted while it was read", async () => {
  const { cache, driver } = cached();
  const key = await put(driver, randomBytes(10));
  const body = await driver.get(key);
  await driver.delete(key);
  await buffer(body);
  expect(cache.counts().objects).toBe(0);
  await expect(driver.get(key)).rejects.toMatchObject({ code: "not_found" });
});

it("keeps what it was given when its deletion fails, but asks the store again", async () => {
  const { cache } = cached();
  const driver = cache.withMemoryCache<ServedDriver>({
    ...store,
    async delete() {
      throw new Error("busy");
    },
  });
  const key = await put(driver, Buffer.from("x"));
  await read(driver, key);
  await expect(driver.delete(key)).rejects.toThrow("busy");
  expect(String(await read(driver, key))).toBe("x");
  expect(reads).toBe(2);
});
