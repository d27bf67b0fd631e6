import { Readable } from "node:stream";
import {
  type Driver,
  isServed,
  type PartTarget,
  type ServedDriver,
  type UploadHandle,
} from "../driver";
import { exactLength } from "../exact-length";
import { hashChunks, sha256Of } from "../hash-chunks";
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
import { cut } from "./cut";
import { readingFrom } from "./reading-from";
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
    return readingFrom(body, openAll(body, { key, firstChunk: 0, lastChunk: undefined }));
  }

  return {
    ...servedThrough(inner, served),

    async put(name, body, { contentType, sizeBytes, onlyNew }) {
      try {
        const key = await keyOf(name);
        const plain = hashChunks(exactLength(body, sizeBytes));
        const sealing = { key, firstChunk: 0, endsObject: true };
        const sealed = Readable.from(sealAll(plain.chunks, sealing));
        const sealedBytes = sizeBytes === undefined ? {} : { sizeBytes: sealedSize(sizeBytes) };
        const options = { contentType, ...sealedBytes, ...(onlyNew ? { onlyNew } : {}) };
        const stored = await inner.put(name, sealed, { ...options, isHashed: true }).catch(
          // The same bytes sealed twice differ: what is there has to be opened.
          (error) => {
            if (error?.reason !== "object_exists") throw error;
            return undefined;
          },
        );
        const { sizeBytes: seen, sha256 } = plain.result();
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
      const skipped = firstChunk * chunkBytes;
      return readingFrom(body, cut(plain, range.start - skipped, range.end + 1 - skipped));
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
