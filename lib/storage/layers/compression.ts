import { pipeline as join, Readable } from "node:stream";
import { constants, createGunzip, createGzip } from "node:zlib";
import { AppError } from "@/lib/errors";
import type { Driver, ServedDriver, UploadHandle } from "../driver";
import { exactLength } from "../exact-length";
import { hashChunks } from "../hash-chunks";
import { allParts } from "../part-plan";
import { uploadIncomplete, uploadSizeMismatch } from "../upload-errors";
import { cut } from "./cut";
import { readingFrom } from "./reading-from";
import { type ServedThrough, servedThrough } from "./served-through";

// The last four bytes of a gzip stream: the plain size modulo 2^32 (RFC 1952 §2.3.1).
const sizeBytesAtEnd = 4;

interface CompressionOptions extends ServedThrough {
  /** Where parts gather until the whole can be compressed. undefined: one PUT only. */
  spool?: ServedDriver;
  onWritten?(plainBytes: number, storedBytes: number): void;
}

/** What lies in the store is one gzip stream (RFC 1952), as it can be sent with Content-Encoding. */
export function withCompression(
  inner: Driver,
  { spool, onWritten, ...served }: CompressionOptions,
): ServedDriver {
  async function headOf(key: string) {
    const { sizeBytes: length, storedSizeBytes = length } = await inner.head(key);
    const tail = { start: length - sizeBytesAtEnd, end: length - 1 };
    let last = Buffer.alloc(0);
    if (length < sizeBytesAtEnd) throw damaged();
    for await (const chunk of await inner.get(key, tail)) last = Buffer.concat([last, chunk]);
    if (last.length !== sizeBytesAtEnd) throw damaged();
    return { sizeBytes: last.readUInt32LE(), storedSizeBytes };
  }

  async function read(key: string): Promise<Readable> {
    const gunzip = createGunzip();
    const plain = join(await inner.get(key), gunzip, () => {});
    // Words of zlib's, which would be taken for a fault of ours.
    const destroy = gunzip._destroy.bind(gunzip);
    gunzip._destroy = (error, done) => destroy(isOfZlib(error) ? damaged(error) : error, done);
    return plain;
  }

  const headOrNone = (key: string) =>
    headOf(key).catch((error) => {
      if (error?.code === "not_found") return undefined;
      throw error;
    });
  const gathering = (upload: UploadHandle) =>
    upload.storeUploadId === undefined ? undefined : spool;

  const layer: ServedDriver = {
    ...servedThrough(inner, served),

    async put(key, body, { contentType, sizeBytes, onlyNew }) {
      try {
        const plain = hashChunks(exactLength(body, sizeBytes));
        const gzip = createGzip({ level: constants.Z_DEFAULT_COMPRESSION });
        const compressed = join(Readable.from(plain.chunks), gzip, () => {});
        // The same bytes give the same stream, so whoever must not replace them can compare.
        const options = { contentType, ...(onlyNew ? { onlyNew } : {}) };
        const stored = await inner.put(key, compressed, options);
        const storedSizeBytes = stored.storedSizeBytes ?? stored.sizeBytes;
        const result = plain.result();
        onWritten?.(result.sizeBytes, storedSizeBytes);
        return { ...stored, ...result, storedSizeBytes };
      } finally {
        body.destroy();
      }
    },

    head: headOf,

    async get(key, range) {
      const plain = await read(key);
      return range ? readingFrom(plain, cut(plain, range.start, range.end + 1)) : plain;
    },

    async openUpload(request) {
      if (!spool) return { partSizeBytes: undefined, storeUploadId: undefined };
      return spool.openUpload(request);
    },

    async putPart(upload, partNumber, body) {
      if (!spool) throw new Error("no place for parts");
      await spool.putPart(upload, partNumber, body);
    },

    async listParts(upload) {
      const head = await headOrNone(upload.key);
      if (!head) return (await gathering(upload)?.listParts(upload)) ?? [];
      if (upload.partSizeBytes !== undefined) return allParts(upload);
      return [{ partNumber: 1, sizeBytes: head.sizeBytes }];
    },

    async finishUpload(upload) {
      const head = await headOrNone(upload.key);
      const parts = gathering(upload);
      if (!head && parts) {
        await parts.finishUpload(upload);
        const { key, contentType, sizeBytes } = upload;
        const stored = await layer.put(key, await parts.get(key), { contentType, sizeBytes });
        await parts.abortUpload(upload);
        return { sizeBytes, storedSizeBytes: stored.storedSizeBytes };
      }
      if (!head) throw uploadIncomplete(1, 0);
      if (head.sizeBytes !== upload.sizeBytes) throw uploadSizeMismatch(upload, head.sizeBytes);
      return head;
    },

    async abortUpload(upload) {
      await gathering(upload)?.abortUpload(upload);
      await inner.delete(upload.key);
    },
  };
  return { ...layer, finishUpload: onceAtATime(layer.finishUpload) };
}

function isOfZlib(error: NodeJS.ErrnoException | null): boolean {
  return /^Z_/.test(error?.code ?? "");
}

function damaged(cause?: unknown): AppError {
  return new AppError("unavailable", "what is stored is no whole gzip stream", {
    ...{ reason: "object_damaged", cause },
  });
}

/** Two who finish the same upload at once share the work. */
function onceAtATime(finish: ServedDriver["finishUpload"]): ServedDriver["finishUpload"] {
  const running = new Map<string, ReturnType<typeof finish>>();
  return (upload) => {
    const other = running.get(upload.key);
    if (other) return other;
    const mine = finish(upload).finally(() => running.delete(upload.key));
    running.set(upload.key, mine);
    return mine;
  };
}
