import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import { createMemoryDriver } from "../drivers/memory";
import { newObjectKey } from "../object-key";
import { withCompression } from "./compression";
import { withEncryption } from "./encryption";

const secrets = deriveSecrets("s".repeat(32));
const served = { secrets, uploadUrlSeconds: 60, encodings: [] };
const contentType = "text/plain";
const store = createMemoryDriver(secrets);
const written: [number, number][] = [];
const driver = withCompression(store, {
  ...served,
  onWritten: (plain, stored) => written.push([plain, stored]),
});
const text = Buffer.from("words that come again, and again. ".repeat(5000));
const damaged = { code: "unavailable", reason: "object_damaged" };

const freshKey = () => newObjectKey("client_001", "originals");
const lay = (key: string, bytes: Buffer) => store.put(key, Readable.from([bytes]), { contentType });
const stored = async (key: string) => buffer(await store.get(key));
async function put(bytes: Buffer, to = driver): Promise<string> {
  const key = freshKey();
  await to.put(key, Readable.from([bytes]), { contentType, sizeBytes: bytes.length });
  return key;
}

it("stores one gzip stream that anybody can open, and tells both sizes", async () => {
  written.length = 0;
  const key = await put(text);
  const bytes = await stored(key);
  expect(gunzipSync(bytes).equals(text)).toBe(true);
  expect(bytes.length).toBeLessThan(text.length / 50);
  const storedSizeBytes = bytes.length;
  expect(await driver.head(key)).toEqual({ sizeBytes: text.length, storedSizeBytes });
  expect(written).toEqual([[text.length, storedSizeBytes]]);
});

it("gives any piece of the plain bytes", async () => {
  const key = await put(text);
  for (const [start, end] of [
    [0, 0],
    [16_383, 16_384],
    [70_000, 99_999],
    [text.length - 1, text.length - 1],
  ] as const) {
    const piece = await buffer(await driver.get(key, { start, end }));
    expect(piece.equals(text.subarray(start, end + 1)), `${start}-${end}`).toBe(true);
  }
});

it("gives back what does not get smaller", async () => {
  const bytes = randomBytes(100_000);
  const key = await put(bytes);
  expect((await buffer(await driver.get(key))).equals(bytes)).toBe(true);
  const { sizeBytes, storedSizeBytes = 0 } = await driver.head(key);
  expect(sizeBytes).toBe(bytes.length);
  expect(storedSizeBytes).toBeGreaterThan(bytes.length);
});

it.each<[string, (bytes: Buffer) => Buffer]>([
  ["is cut off", (bytes) => bytes.subarray(0, bytes.length - 20)],
  ["is no gzip", () => randomBytes(500)],
  [
    "has a byte turned over",
    (bytes) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bytes.length >> 1) ^ 8, bytes.length >> 1);
      return changed;
    },
  ],
  ["is empty", () => Buffer.alloc(0)],
])("refuses what %s, and says that it is damaged", async (_, change) => {
  const key = await put(text);
  await lay(key, change(await stored(key)));
  const read = async () => buffer(await driver.get(key));
  await expect(read()).rejects.toMatchObject(damaged);
});

it("says of something too short for a size that it is damaged", async () => {
  const key = freshKey();
  await lay(key, Buffer.from("xyz"));
  await expect(driver.head(key)).rejects.toMatchObject(damaged);
});

it("under encryption tells what lies in the store, and looks like nothing", async () => {
  const sealed = withEncryption(store, { ...served, keyOfClient: async () => Buffer.alloc(32, 7) });
  const both = withCompression(sealed, served);
  const key = await put(text, both);
  const bytes = await stored(key);
  expect(await both.head(key)).toEqual({ sizeBytes: text.length, storedSizeBytes: bytes.length });
  expect(() => gunzipSync(bytes)).toThrow();
  expect((await buffer(await both.get(key))).equals(text)).toBe(true);
  await lay(key, bytes.subarray(0, bytes.length - 1));
  await expect(driver.get(key).then(buffer)).rejects.toMatchObject(damaged);
  await expect(both.get(key).then(buffer)).rejects.toMatchObject(damaged);
});
