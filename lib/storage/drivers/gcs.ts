import type { Readable } from "node:stream";
import { notFound } from "@/lib/errors";
import { bucketUploads } from "../bucket-uploads";
import type { ByteRange, Driver } from "../driver";
import { exactLength } from "../exact-length";
import { checkBucket } from "../gcs/check-bucket";
import { checkSigning } from "../gcs/check-signing";
import { createDataClient } from "../gcs/client";
import { clientPolicy } from "../gcs/client-policy";
import { gcsError, isBucketMissing } from "../gcs/gcs-errors";
import { cacheControl, createGcsUrls } from "../gcs/gcs-urls";
import { isAbsent } from "../gcs/is-absent";
import { listObjects } from "../gcs/list-objects";
import { createLocator } from "../gcs/location";
import { createMultipart } from "../gcs/multipart";
import { openObject } from "../gcs/open-object";
import type { GcsOptions } from "../gcs/options";
import { putObject } from "../gcs/put-object";
import { createStoreClock } from "../gcs/store-clock";
import { createStoreRules } from "../gcs/store-rules";
import { createUrlSigner } from "../gcs/url-signer";
import { limitSilence } from "../limit-silence";
import { assertObjectKey, clientOf } from "../object-key";
import { partSizeFor } from "../part-plan";
import { withStoreErrors } from "../with-store-errors";

/** Objects in a bucket of Google Cloud Storage. */
export function createGcsDriver(options: GcsOptions): Driver {
  const { backendId, bucket: template } = options;
  const isEachClients = template.includes("{client}");
  const storage = createDataClient(options);
  const locator = createLocator(options);
  const clock = createStoreClock(locator.origin, options.timeoutSeconds);
  const sign = createUrlSigner(storage, clock);
  const multipart = createMultipart(sign, locator, clock, options.timeoutSeconds);
  const file = (key: string) => storage.bucket(locator.locate(key).bucket).file(key);
  const seen = new Map<string, Promise<void>>();

  /** Where each client has a bucket of its own: made before the first bytes go there. */
  async function ensureBucket(key: string): Promise<void> {
    if (!isEachClients || !options.createsBucket) return;
    const clientId = clientOf(key);
    const name = locator.bucketOf(clientId);
    const checking = seen.get(name) ?? checkBucket(storage, name, { ...options, clientId });
    seen.set(name, checking);
    await checking.catch((error) => {
      seen.delete(name);
      throw error;
    });
  }

  async function sizeOf(key: string): Promise<number | undefined> {
    try {
      const [{ size }] = await file(key).getMetadata();
      return Number(size);
    } catch (error) {
      if (isBucketMissing(error) || !(await isAbsent(file(key), error))) throw error;
      return undefined;
    }
  }

  async function read(key: string, range?: ByteRange): Promise<Readable> {
    try {
      return limitSilence(await openObject(file(key), range), options);
    } catch (error) {
      const isMissing = !isBucketMissing(error) && (await isAbsent(file(key), error));
      throw isMissing ? notFound("object") : error;
    }
  }

  const { assertSame, ...uploads } = bucketUploads({
    sizeOf,
    read,
    partsOf: multipart.list,
    complete: multipart.complete,
  });

  const driver: Driver = {
    backendId,
    kind: "gcs",
    origins: [locator.origin],
    async check(clientId, { mayCreate = true } = {}) {
      await clock.ask();
      // A bucket for each client is looked at with the client.
      if (!isEachClients) await checkBucket(storage, template, { ...options, clientId, mayCreate });
      await checkSigning(sign, locator.origin);
    },
    ...(isEachClients ? {} : { rules: createStoreRules(storage, template) }),
    clientPolicy: (clientId) => clientPolicy(locator.bucketOf(clientId), clientId),
    ...uploads,
    ...createGcsUrls(sign, locator, options),

    async put(key, body, { contentType, sizeBytes, onlyNew = false }) {
      assertObjectKey(key);
      const chunks = exactLength(body, sizeBytes);
      try {
        await ensureBucket(key);
        if (onlyNew && (await sizeOf(key)) !== undefined) return await assertSame(key, chunks);
        return await putObject({ file: file(key), chunks, contentType, sizeBytes, onlyNew });
      } finally {
        body.destroy();
      }
    },

    async head(key) {
      const sizeBytes = await sizeOf(key);
      if (sizeBytes === undefined) throw notFound("object");
      return { sizeBytes };
    },

    async get(key, range) {
      return read(key, range);
    },

    async delete(key) {
      await file(key).delete({ ignoreNotFound: true });
    },

    list: (prefix, after) =>
      listObjects(storage.bucket(locator.bucketOf(clientOf(prefix))), prefix, after),

    listUploads: multipart.begun,
    dropUpload: multipart.abort,

    async openUpload({ key, sizeBytes, contentType }) {
      await ensureBucket(assertObjectKey(key));
      const partSizeBytes = partSizeFor(sizeBytes, options.partSizeBytes);
      if (partSizeBytes === undefined) return { partSizeBytes, storeUploadId: undefined };
      const headers = { "cache-control": cacheControl, "content-type": contentType };
      return { partSizeBytes, storeUploadId: await multipart.open(key, headers) };
    },

    async abortUpload(upload) {
      if (upload.storeUploadId !== undefined) await multipart.abort(upload);
      await file(upload.key).delete({ ignoreNotFound: true });
    },
  };
  return withStoreErrors(driver, gcsError);
}
