import { open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { notFound } from "@/lib/errors";
import type { Secrets } from "@/lib/secrets";
import type { ServedDriver } from "../driver";
import { exactLength } from "../exact-length";
import { compareKeys } from "../key-order";
import { assertObjectKey, clientOf, isOwnKey, isReserved, objectPath } from "../object-key";
import { allParts, partCount, partRange, partSizeFor } from "../part-plan";
import { servedUrls } from "../served-urls";
import {
  objectExists,
  partSuperseded,
  uploadGone,
  uploadIncomplete,
  uploadSizeMismatch,
} from "../upload-errors";
import { watchMount } from "../watch-mount";
import { begunUploads } from "./local/begun-uploads";
import { assertFreeSpace } from "./local/disk-full";
import { isMissing, makeDirectory } from "./local/durable";
import { listObjects } from "./local/list-objects";
import { putObject } from "./local/put-object";
import { createPartWriter } from "./local/put-part";
import { sweep } from "./local/sweep";
import {
  arrivedParts,
  makeUploadDirectory,
  publishUpload,
  uploadDirectory,
} from "./local/upload-directory";

const readChunkBytes = 512 * 1024;

interface LocalOptions {
  /** Shared by all processes, on one volume. */
  root: string;
  backendId?: string;
  uploadUrlSeconds: number;
  partSizeBytes?: number | undefined;
}

/** Objects as plain files under a directory. */
export async function createLocalDriver(
  secrets: Secrets,
  { root, backendId = "local", uploadUrlSeconds, partSizeBytes: wanted }: LocalOptions,
): Promise<ServedDriver & { sentinel(): Promise<string> }> {
  const temporary = join(root, "tmp");
  const uploads = join(root, "uploads");
  for (const directory of [join(root, "objects"), temporary, uploads]) {
    await makeDirectory(directory);
  }
  await sweep({ temporary, uploads });
  const writePart = createPartWriter();
  const pathOf = (key: string) => join(root, objectPath(key));
  const sizeOf = async (key: string) => {
    try {
      return (await stat(pathOf(key))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };

  const driver: ServedDriver = {
    backendId,
    kind: "local",
    pathOf,
    ...servedUrls(secrets, backendId, uploadUrlSeconds),

    async put(key, body, { sizeBytes, onlyNew, isHashed }) {
      return putObject({
        temporaryDirectory: temporary,
        path: pathOf(key),
        chunks: exactLength(body, sizeBytes),
        ...{ body, sizeBytes, onlyNew, isHashed },
        alreadyThere: objectExists,
      });
    },

    async head(key) {
      const sizeBytes = await sizeOf(key);
      if (sizeBytes === undefined) throw notFound("object");
      return { sizeBytes };
    },

    async get(key, range) {
      const file = await open(pathOf(key)).catch((error) => {
        throw isMissing(error) ? notFound("object") : error;
      });
      return file.createReadStream({ ...range, highWaterMark: readChunkBytes });
    },

    async delete(key) {
      await rm(pathOf(key), { force: true });
    },

    /** Ours, and what another program has left beside them. */
    list(prefix, after) {
      const foreign = isReserved(clientOf(prefix)) ? undefined : root;
      const own = join(root, "objects");
      return listObjects({ own, foreign, prefix, after, compare: compareKeys, isOwnKey });
    },

    listUploads: (clientId) => begunUploads(uploads, clientId),

    async dropUpload({ storeUploadId }) {
      const directory = uploadDirectory(uploads, storeUploadId);
      if (directory) await rm(directory.path, { recursive: true, force: true });
    },

    async openUpload({ key, sizeBytes, expiresAt }) {
      assertObjectKey(key);
      await assertFreeSpace(root, sizeBytes);
      const partSizeBytes = partSizeFor(sizeBytes, wanted);
      if (partSizeBytes === undefined) return { partSizeBytes, storeUploadId: undefined };
      const storeUploadId = await makeUploadDirectory(uploads, { key, sizeBytes, expiresAt });
      return { partSizeBytes, storeUploadId };
    },

    async putPart(upload, partNumber, body) {
      try {
        const { start, sizeBytes } = partRange(upload, partNumber);
        const directory = uploadDirectory(uploads, upload.storeUploadId);
        if (!directory) throw uploadGone();
        const chunks = exactLength(body, sizeBytes);
        const errors = { gone: uploadGone, superseded: partSuperseded };
        await writePart({ directory, partNumber, start, chunks, body, ...errors });
      } finally {
        body.destroy();
      }
    },

    async listParts(upload) {
      const directory = uploadDirectory(uploads, upload.storeUploadId);
      if (!directory) {
        const sizeBytes = await sizeOf(upload.key);
        return sizeBytes === undefined ? [] : [{ partNumber: 1, sizeBytes }];
      }
      const numbers = await arrivedParts(directory);
      if (numbers.length < partCount(upload) && (await sizeOf(upload.key)) === upload.sizeBytes) {
        return allParts(upload);
      }
      return numbers.map((partNumber) => ({
        partNumber,
        sizeBytes: partRange(upload, partNumber).sizeBytes,
      }));
    },

    async finishUpload(upload) {
      const directory = uploadDirectory(uploads, upload.storeUploadId);
      let arrivedCount = 0;
      if (directory) {
        arrivedCount = (await arrivedParts(directory)).length;
        if (arrivedCount === partCount(upload)) {
          await publishUpload(directory, pathOf(upload.key));
        }
      }
      const sizeBytes = await sizeOf(upload.key);
      if (sizeBytes === undefined) throw uploadIncomplete(partCount(upload), arrivedCount);
      if (sizeBytes !== upload.sizeBytes) throw uploadSizeMismatch(upload, sizeBytes);
      return { sizeBytes };
    },

    async abortUpload(upload) {
      const directory = uploadDirectory(uploads, upload.storeUploadId);
      if (directory) await rm(directory.path, { recursive: true, force: true });
      await rm(pathOf(upload.key), { force: true });
    },
  };
  return watchMount(driver, root);
}
