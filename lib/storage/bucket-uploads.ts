import type { Readable } from "node:stream";
import type { Driver, StoredObject, UploadHandle } from "./driver";
import { sha256Of } from "./hash-chunks";
import { allParts, partCount } from "./part-plan";
import { objectExists, uploadIncomplete, uploadSizeMismatch } from "./upload-errors";

export interface ArrivedBucketPart {
  partNumber: number;
  sizeBytes: number;
  etag: string;
}

/** What a store of objects is asked, in its own words. */
interface BucketStore {
  /** undefined: there is no such object. */
  sizeOf(key: string): Promise<number | undefined>;
  read(key: string): Promise<Readable>;
  /** undefined: the upload was finished, aborted, or never there. */
  partsOf(upload: UploadHandle): Promise<readonly ArrivedBucketPart[] | undefined>;
  /** An upload that is gone is no failure: another try, whose answer was lost, was faster. */
  complete(upload: UploadHandle, parts: readonly ArrivedBucketPart[]): Promise<void>;
}

/** The half of a driver that is the same at every store which puts parts together itself. */
export function bucketUploads({ sizeOf, read, partsOf, complete }: BucketStore) {
  const inParts = (upload: UploadHandle) => upload.storeUploadId !== undefined;

  async function assemble(upload: UploadHandle): Promise<void> {
    const parts = await partsOf(upload);
    if (!parts) return;
    const missing = partCount(upload) - parts.length;
    if (missing > 0) throw uploadIncomplete(partCount(upload), parts.length);
    await complete(upload, parts);
  }

  /** What the key holds is these very bytes, or `object_exists`. */
  async function assertSame(key: string, chunks: AsyncIterable<Buffer>): Promise<StoredObject> {
    const [held, given] = await Promise.all([read(key).then(sha256Of), sha256Of(chunks)]);
    if (held !== given) throw objectExists();
    return { sizeBytes: (await sizeOf(key)) ?? 0, sha256: given };
  }

  const half: Pick<Driver, "listParts" | "finishUpload"> = {
    async listParts(upload) {
      const parts = inParts(upload) ? await partsOf(upload) : undefined;
      if (parts) return parts.map(({ partNumber, sizeBytes }) => ({ partNumber, sizeBytes }));
      const sizeBytes = await sizeOf(upload.key);
      if (sizeBytes === undefined) return [];
      if (upload.partSizeBytes === undefined) return [{ partNumber: 1, sizeBytes }];
      return sizeBytes === upload.sizeBytes ? allParts(upload) : [];
    },

    async finishUpload(upload) {
      if (inParts(upload)) await assemble(upload);
      const sizeBytes = await sizeOf(upload.key);
      if (sizeBytes === undefined) throw uploadIncomplete(partCount(upload), 0);
      if (sizeBytes !== upload.sizeBytes) throw uploadSizeMismatch(upload, sizeBytes);
      return { sizeBytes };
    },
  };
  return { ...half, assertSame };
}
