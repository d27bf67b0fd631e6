import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "@/lib/errors";

// An object is a row of chunks, each sealed by itself (AES-256-GCM, NIST SP 800-38D), so that any
// range can be read and any part be written alone, in any order, more than once:
//   nonce (12 bytes, random) · ciphertext · tag (16 bytes)
// What is authenticated beside it is the chunk's number and whether it is the last, so that no
// chunk can be moved, left out or cut off. The key is the client's, bound to the object's name.
const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
const overheadBytes = nonceBytes + tagBytes;

export const chunkBytes = 64 * 1024;
export const sealedChunkBytes = chunkBytes + overheadBytes;

export function objectKeyOf(clientKey: Buffer, name: string): Buffer {
  return Buffer.from(hkdfSync("sha256", clientKey, name, "vitrine-object", 32));
}

export function sealedSize(plainBytes: number): number {
  return plainBytes + overheadBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes));
}

export function plainSize(sealedBytes: number): number {
  return Math.max(0, sealedBytes - overheadBytes * Math.ceil(sealedBytes / sealedChunkBytes));
}

/** Where the sealed chunks lie that hold this piece of the plain bytes; both ends included. */
export function sealedRange({ start, end }: { start: number; end: number }) {
  return {
    firstChunk: Math.floor(start / chunkBytes),
    lastChunk: Math.floor(end / chunkBytes),
    start: Math.floor(start / chunkBytes) * sealedChunkBytes,
    end: (Math.floor(end / chunkBytes) + 1) * sealedChunkBytes - 1,
  };
}

/** A run of bytes as it came, in one buffer or more: joining them would cost a copy. */
type Run = readonly Buffer[];

function seal(key: Buffer, number: number, isLast: boolean, plain: Run): Buffer[] {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(context(number, isLast));
  const bodies = plain.map((piece) => cipher.update(piece));
  cipher.final();
  return [nonce, ...bodies, cipher.getAuthTag()];
}

/** undefined: not what was sealed. */
function open(key: Buffer, number: number, isLast: boolean, sealed: Run): Buffer[] | undefined {
  const bodyBytes = lengthOf(sealed) - overheadBytes;
  if (bodyBytes < 0) return undefined;
  const nonce = Buffer.concat(cut(sealed, 0, nonceBytes));
  const decipher = createDecipheriv(algorithm, key, nonce);
  decipher.setAAD(context(number, isLast));
  decipher.setAuthTag(Buffer.concat(cut(sealed, nonceBytes + bodyBytes, tagBytes)));
  const plain = cut(sealed, nonceBytes, bodyBytes).map((piece) => decipher.update(piece));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

const lengthOf = (run: Run) => run.reduce((sum, { length }) => sum + length, 0);

function cut(run: Run, start: number, length: number): Buffer[] {
  let at = 0;
  return run.flatMap((piece) => {
    const from = Math.max(0, start - at);
    const to = Math.max(0, start + length - at);
    at += piece.length;
    return from < piece.length && to > from ? [piece.subarray(from, to)] : [];
  });
}

function context(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.writeBigUInt64BE(BigInt(number));
  bytes.writeUInt8(isLast ? 1 : 0, 8);
  return bytes;
}

interface Sealing {
  key: Buffer;
  firstChunk: number;
  /** Whether these bytes end the object; a part in the middle does not. */
  endsObject: boolean;
}

/** Seals plain bytes as they come. */
export async function* sealAll(
  chunks: AsyncIterable<Buffer>,
  { key, firstChunk, endsObject }: Sealing,
): AsyncGenerator<Buffer> {
  let number = firstChunk;
  let held: Run | undefined;
  for await (const chunk of inRuns(chunks, chunkBytes)) {
    if (held) yield* seal(key, number++, false, held);
    held = chunk;
  }
  // Of an object without bytes there is one chunk without bytes.
  if (held || endsObject) yield* seal(key, number, endsObject, held ?? []);
}

interface Opening {
  key: Buffer;
  firstChunk: number;
  /** Of a piece: the chunk that it ends in. undefined: what comes ends where the object does. */
  lastChunk: number | undefined;
}

/** Throws `object_damaged` for whatever was changed, moved or cut off. */
export async function* openAll(
  chunks: AsyncIterable<Buffer>,
  { key, firstChunk, lastChunk }: Opening,
): AsyncGenerator<Buffer> {
  let number = firstChunk;
  let held: Run | undefined;
  for await (const chunk of inRuns(chunks, sealedChunkBytes)) {
    if (held) yield* open(key, number++, false, held) ?? fail(number);
    held = chunk;
  }
  const end = open(key, number, true, held ?? []);
  if (end) {
    yield* end;
    return;
  }
  if (!held || lastChunk === undefined) fail(number);
  yield* open(key, number, false, held) ?? fail(number);
  // Neither the object's end nor the piece's: the rest was cut off.
  if (number < lastChunk) fail(number + 1);
}

function fail(number: number): never {
  throw new AppError("unavailable", `chunk ${number} is not what was written`, {
    reason: "object_damaged",
  });
}

/** The same bytes in runs of this size; the last may be shorter. */
async function* inRuns(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Run> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (let chunk of chunks) {
    while (length + chunk.length >= size) {
      const taken = size - length;
      yield [...waiting, chunk.subarray(0, taken)];
      waiting = [];
      length = 0;
      chunk = chunk.subarray(taken);
    }
    if (chunk.length > 0) {
      waiting.push(chunk);
      length += chunk.length;
    }
  }
  if (length > 0) yield waiting;
}
