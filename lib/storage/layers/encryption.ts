import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  type Driver,
  isServed,
  type PartTarget,
  type ServedDriver,
  type UploadHandle,
} from "../driver";
import { exactLength } from "../exact-length";
import { assertReadableKey, clientOf } from "../object-key";
import { partRange } from "../part-plan";
import { sendPart } from "../send-part";
import { objectExists } from "../upload-errors";
import {
  chunkBytes,
  objectKeyOf,
  openAll,
  plainSize,
  sealAll,
  sealedChunkBytes,
  sealedRange,
  sealedSize,
} from "./chunk-cipher";
import { type ServedThrough, servedThrough } from "./served-through";

/** The key of a client, 32 bytes. */
export type KeyOfClient = (clientId: string) => Promise<Buffer>;

/**
 * What lies in the store is sealed (AES-256-GCM), so bytes go in and out through this server.
 * Ranges are read, and parts are written, without the rest.
 */
export function withEncryption(
  inner: Driver,
  { keyOfClient, ...served }: ServedThrough & { keyOfClient: KeyOfClient },
): ServedDriver {
  const keyOf = async (name: string) => {
    assertReadableKey(name);
    return objectKeyOf(await keyOfClient(clientOf(name)), name);
  };

  async function read(name: string): Promise<Readable> {
    const key = await keyOf(name);
    const body = await inner.get(name);
    return Readable.from(openAll(body, { key, firstChunk: 0, lastChunk: undefined }));
  }

  return {
    ...servedThrough(inner, served),

    async put(name, body, { contentType, sizeBytes, onlyNew }) {
      try {
        const key = await keyOf(name);
        const hash = createHash("sha256");
        let seen = 0;
        const hashed = async function* () {
          for await (const chunk of exactLength(body, sizeBytes)) {
            hash.update(chunk);
            seen += chunk.length;
            yield chunk;
          }
        };
        const sealed = Readable.from(sealAll(hashed(), { key, firstChunk: 0, endsObject: true }));
        const sealedBytes = sizeBytes === undefined ? {} : { sizeBytes: sealedSize(sizeBytes) };
        const options = { contentType, ...sealedBytes, ...(onlyNew ? { onlyNew } : {}) };
        const stored = await inner.put(name, sealed, { ...options, isHashed: true }).catch(
          // The same bytes sealed twice differ: what is there has to be opened.
          (error) => {
            if (error?.reason !== "object_exists") throw error;
            return undefined;
          },
        );
        const sha256 = hash.digest("hex");
        if (!stored && (await sha256Of(await read(name))) !== sha256) throw objectExists();
        return { ...stored, sizeBytes: seen, sha256, storedSizeBytes: sealedSize(seen) };
      } finally {
        body.destroy();
      }
    },

    async head(name) {
      const { sizeBytes } = await inner.head(name);
      return { sizeBytes: plainSize(sizeBytes), storedSizeBytes: sizeBytes };
    },

    async get(name, range) {
      if (!range) return read(name);
      const key = await keyOf(name);
      const { firstChunk, lastChunk, ...sealed } = sealedRange(range);
      const body = await inner.get(name, sealed);
      const plain = openAll(body, { key, firstChunk, lastChunk });
      return Readable.from(
        cut(plain, range.start - firstChunk * chunkBytes, range.end - range.start + 1),
      );
    },

    async openUpload(request) {
      const opened = await inner.openUpload({
        ...request,
        sizeBytes: sealedSize(request.sizeBytes),
      });
      if (opened.partSizeBytes === undefined) return opened;
      const chunks = Math.floor(opened.partSizeBytes / chunkBytes);
      return { ...opened, partSizeBytes: chunks * chunkBytes };
    },

    async putPart(upload, partNumber, body) {
      try {
        const { start, sizeBytes } = partRange(upload, partNumber);
        const key = await keyOf(upload.key);
        const sealed = Readable.from(
          sealAll(exactLength(body, sizeBytes), {
            key,
            firstChunk: start / chunkBytes,
            endsObject: start + sizeBytes === upload.sizeBytes,
          }),
        );
        const target = sealedUpload(upload);
        if (isServed(inner)) await inner.putPart(target, partNumber, sealed);
        else await sendPart(inner, target, partNumber, sealed);
      } finally {
        body.destroy();
      }
    },

    async listParts(upload) {
      const parts = await inner.listParts(sealedUpload(upload));
      return parts.map(({ partNumber, sizeBytes }) => ({
        partNumber,
        sizeBytes: plainSize(sizeBytes),
      }));
    },

    async finishUpload(upload) {
      const { sizeBytes } = await inner.finishUpload(sealedUpload(upload));
      return { sizeBytes: upload.sizeBytes, storedSizeBytes: sizeBytes };
    },

    abortUpload: (upload) => inner.abortUpload(sealedUpload(upload)),
  };
}

function sealedUpload<U extends UploadHandle | PartTarget>(upload: U): U {
  const { partSizeBytes } = upload;
  return {
    ...upload,
    sizeBytes: sealedSize(upload.sizeBytes),
    partSizeBytes:
      partSizeBytes === undefined ? undefined : (partSizeBytes / chunkBytes) * sealedChunkBytes,
  };
}

/** `length` bytes after the first `skip`. */
async function* cut(chunks: AsyncIterable<Buffer>, skip: number, length: number) {
  let [toSkip, left] = [skip, length];
  for await (const chunk of chunks) {
    const piece = chunk.subarray(toSkip, toSkip + left);
    toSkip = Math.max(0, toSkip - chunk.length);
    left -= piece.length;
    if (piece.length > 0) yield piece;
    if (left === 0) return;
  }
}

async function sha256Of(body: Readable): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(body, hash);
  return hash.digest("hex");
}
