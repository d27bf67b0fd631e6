import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { v4 as uuid } from "uuid";
import { notFound } from "@/lib/errors";
import type { Secrets } from "@/lib/secrets";
import type { ServedDriver, UploadHandle } from "../driver";
import { exactLength } from "../exact-length";
import { compareKeys, isBeyond } from "../key-order";
import { assertObjectKey, assertReadableKey, clientOf } from "../object-key";
import { allParts, partCount, partRange, partSizeFor } from "../part-plan";
import { servedUrls } from "../served-urls";
import { objectExists, uploadGone, uploadIncomplete, uploadSizeMismatch } from "../upload-errors";

interface MemoryUpload {
  key: string;
  openedAt: Date;
  parts: Map<number, Buffer>;
}

/** Everything in this process's memory: for tests and small files. */
export function createMemoryDriver(
  secrets: Secrets,
  { backendId = "memory", uploadUrlSeconds = 3600, now = () => new Date() } = {},
): ServedDriver {
  const objects = new Map<string, Buffer>();
  const writtenAt = new WeakMap<Buffer, Date>();
  const uploads = new Map<string, MemoryUpload>();
  const keep = (key: string, bytes: Buffer) => {
    objects.set(key, bytes);
    writtenAt.set(bytes, now());
  };

  const read = (key: string) => {
    const bytes = objects.get(assertReadableKey(key));
    if (!bytes) throw notFound("object");
    return bytes;
  };
  const partsOf = ({ storeUploadId = "" }: Pick<UploadHandle, "storeUploadId">) =>
    uploads.get(storeUploadId)?.parts;

  return {
    backendId,
    kind: "memory",
    ...servedUrls(secrets, backendId, uploadUrlSeconds),

    async put(key, body, { sizeBytes, onlyNew = false }) {
      assertObjectKey(key);
      const bytes = await buffer(exactLength(body, sizeBytes));
      const held = objects.get(key);
      if (onlyNew && held && !held.equals(bytes)) throw objectExists();
      keep(key, bytes);
      return { sizeBytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    },

    async head(key) {
      return { sizeBytes: read(key).length };
    },

    async get(key, range) {
      const bytes = read(key);
      const wanted = range ? bytes.subarray(range.start, range.end + 1) : bytes;
      return Readable.from(wanted.length > 0 ? [wanted] : []);
    },

    async delete(key) {
      objects.delete(assertReadableKey(key));
    },

    async *list(prefix, after) {
      for (const key of [...objects.keys()].sort(compareKeys)) {
        const bytes = objects.get(key);
        if (!bytes || !key.startsWith(prefix) || !isBeyond(key, after)) continue;
        const modifiedAt = writtenAt.get(bytes) ?? now();
        yield { key, sizeBytes: bytes.length, modifiedAt };
      }
    },

    async *listUploads(clientId) {
      for (const [storeUploadId, { key, openedAt }] of uploads) {
        if (clientOf(key) === clientId) yield { key, storeUploadId, openedAt };
      }
    },

    async dropUpload({ storeUploadId }) {
      uploads.delete(storeUploadId);
    },

    async openUpload({ key, sizeBytes }) {
      assertObjectKey(key);
      const partSizeBytes = partSizeFor(sizeBytes);
      if (partSizeBytes === undefined) return { partSizeBytes, storeUploadId: undefined };
      const storeUploadId = uuid();
      uploads.set(storeUploadId, { key, openedAt: now(), parts: new Map() });
      return { partSizeBytes, storeUploadId };
    },

    async putPart(upload, partNumber, body) {
      const { sizeBytes } = partRange(upload, partNumber);
      const bytes = await buffer(exactLength(body, sizeBytes));
      const parts = partsOf(upload);
      if (!parts) throw uploadGone();
      if (!parts.has(partNumber)) parts.set(partNumber, bytes);
    },

    async listParts(upload) {
      const single = objects.get(upload.key);
      if (upload.partSizeBytes === undefined) {
        return single ? [{ partNumber: 1, sizeBytes: single.length }] : [];
      }
      if (single) return allParts(upload);
      const arrived = [...(partsOf(upload) ?? [])];
      return arrived
        .map(([partNumber, bytes]) => ({ partNumber, sizeBytes: bytes.length }))
        .sort((a, b) => a.partNumber - b.partNumber);
    },

    async finishUpload(upload) {
      const parts = partsOf(upload);
      if (parts && parts.size === partCount(upload)) {
        const ordered = [...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
        keep(upload.key, Buffer.concat(ordered));
        uploads.delete(upload.storeUploadId ?? "");
      }
      const bytes = objects.get(upload.key);
      if (!bytes) throw uploadIncomplete(partCount(upload), parts?.size ?? 0);
      if (bytes.length !== upload.sizeBytes) throw uploadSizeMismatch(upload, bytes.length);
      return { sizeBytes: bytes.length };
    },

    async abortUpload(upload) {
      uploads.delete(upload.storeUploadId ?? "");
      objects.delete(upload.key);
    },
  };
}
