import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import { createMemoryDriver } from "../drivers/memory";
import { newObjectKey } from "../object-key";
import { chunkBytes, sealedChunkBytes } from "./chunk-cipher";
import { withEncryption } from "./encryption";

const secrets = deriveSecrets("s".repeat(32));
const store = createMemoryDriver(secrets);
const keys = new Map([
  ["client_001", randomBytes(32)],
  ["client_002", randomBytes(32)],
]);
const driver = withEncryption(store, {
  ...{ secrets, uploadUrlSeconds: 60, encodings: [] },
  keyOfClient: async (clientId) => keys.get(clientId) ?? randomBytes(32),
});
const contentType = "video/mp4";
const damaged = { code: "unavailable", reason: "object_damaged" };
const overheadBytes = sealedChunkBytes - chunkBytes;

const freshKey = (clientId = "client_001") => newObjectKey(clientId, "originals");
const lay = (key: string, bytes: Buffer) => store.put(key, Readable.from([bytes]), { contentType });
const stored = async (key: string) => buffer(await store.get(key));
const read = async (key: string, range?: { start: number; end: number }) =>
  buffer(await driver.get(key, range));

async function put(bytes: Buffer): Promise<string> {
  const key = freshKey();
  await driver.put(key, Readable.from([bytes]), { contentType, sizeBytes: bytes.length });
  return key;
}

const plain = randomBytes(3 * chunkBytes + 100);
const chunk = (sealed: Buffer, number: number) =>
  sealed.subarray(number * sealedChunkBytes, (number + 1) * sealedChunkBytes);

const changes: [string, (sealed: Buffer) => Buffer][] = [
  ["a byte of the nonce", (sealed) => flipped(sealed, 3)],
  ["a byte in the middle", (sealed) => flipped(sealed, sealedChunkBytes + 5_000)],
  ["a byte of the last tag", (sealed) => flipped(sealed, sealed.length - 1)],
  [
    "two chunks in each other's place",
    (sealed) => Buffer.concat([1, 0, 2, 3].map((number) => chunk(sealed, number))),
  ],
  ["a chunk twice", (sealed) => Buffer.concat([chunk(sealed, 0), sealed])],
  ["a chunk left out", (sealed) => Buffer.concat([0, 2, 3].map((n) => chunk(sealed, n)))],
  ["the last chunk cut off", (sealed) => sealed.subarray(0, 3 * sealedChunkBytes)],
  ["a few bytes cut off", (sealed) => sealed.subarray(0, sealed.length - 5)],
  ["all cut off", () => Buffer.alloc(0)],
  ["a chunk appended", (sealed) => Buffer.concat([sealed, chunk(sealed, 0)])],
  ["the last chunk appended again", (sealed) => Buffer.concat([sealed, chunk(sealed, 3)])],
];

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}

it.each(changes)("refuses %s", async (_, change) => {
  const key = await put(plain);
  await lay(key, change(await stored(key)));
  await expect(read(key)).rejects.toMatchObject(damaged);
});

it("refuses a piece that was changed, moved or cut off, and gives one beside it", async () => {
  const key = await put(plain);
  const sealed = await stored(key);
  const last = { start: 2 * chunkBytes + 1, end: plain.length - 1 };
  await lay(key, sealed.subarray(0, 3 * sealedChunkBytes));
  await expect(read(key, last)).rejects.toMatchObject(damaged);
  await lay(key, sealed.subarray(0, 2 * sealedChunkBytes));
  await expect(read(key, last)).rejects.toMatchObject(damaged);
  await lay(key, flipped(sealed, sealedChunkBytes + 5_000));
  await expect(read(key, { start: chunkBytes, end: chunkBytes })).rejects.toMatchObject(damaged);
  const first = { start: 5, end: chunkBytes - 1 };
  expect((await read(key, first)).equals(plain.subarray(5, chunkBytes))).toBe(true);
});

it("refuses an object under another key, and of another client", async () => {
  const sealed = await stored(await put(plain));
  for (const key of [freshKey(), freshKey("client_002")]) {
    await lay(key, sealed);
    await expect(read(key)).rejects.toMatchObject(damaged);
  }
  // Not even where the other client's key were the same.
  keys.set("client_002", keys.get("client_001") ?? Buffer.alloc(0));
  const key = freshKey("client_002");
  await lay(key, sealed);
  await expect(read(key)).rejects.toMatchObject(damaged);
});

it("makes the same bytes look different each time, and like nothing", async () => {
  const text = Buffer.alloc(2 * chunkBytes, "the same words ");
  const [one, two] = await Promise.all([text, text].map(async (b) => stored(await put(b))));
  expect(one?.equals(two ?? Buffer.alloc(0))).toBe(false);
  const chunks = [one, two].flatMap((sealed) => [0, 1].map((n) => chunk(sealed ?? text, n)));
  expect(new Set(chunks.map((sealed) => sealed.toString("hex").slice(24, 400))).size).toBe(4);
  expect(one?.includes("the same words")).toBe(false);
});

it.each([0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes])(
  "tells the size of %d bytes, plain and stored",
  async (sizeBytes) => {
    const bytes = randomBytes(sizeBytes);
    const key = await put(bytes);
    const chunks = Math.max(1, Math.ceil(sizeBytes / chunkBytes));
    const storedSizeBytes = sizeBytes + chunks * overheadBytes;
    expect(await driver.head(key)).toEqual({ sizeBytes, storedSizeBytes });
    expect(await stored(key)).toHaveLength(storedSizeBytes);
    expect((await read(key)).equals(bytes)).toBe(true);
  },
);

it("reads any piece, across the seams of chunks", async () => {
  const key = await put(plain);
  for (const [start, end] of [
    [0, 0],
    [chunkBytes - 1, chunkBytes],
    [chunkBytes, 2 * chunkBytes - 1],
    [1, plain.length - 2],
    [3 * chunkBytes, plain.length - 1],
  ] as const) {
    const piece = await read(key, { start, end });
    expect(piece.equals(plain.subarray(start, end + 1)), `${start}-${end}`).toBe(true);
  }
});

it("takes the same bytes twice where nothing may be replaced, and no others", async () => {
  const key = await put(plain);
  const again = (bytes: Buffer) =>
    driver.put(key, Readable.from([bytes]), { contentType, onlyNew: true });
  expect(await again(plain)).toMatchObject({ sizeBytes: plain.length });
  await expect(again(randomBytes(10))).rejects.toMatchObject({ reason: "object_exists" });
  expect((await read(key)).equals(plain)).toBe(true);
});
