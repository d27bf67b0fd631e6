import type { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
} from "@aws-sdk/client-s3";
import { notFound } from "@/lib/errors";
import { type ArrivedBucketPart, bucketUploads } from "../bucket-uploads";
import type { Driver, UploadHandle } from "../driver";
import { exactLength } from "../exact-length";
import { assertObjectKey, clientOf } from "../object-key";
import { partSizeFor } from "../part-plan";
import { begunUploads } from "../s3/begun-uploads";
import { checkBucket } from "../s3/check-bucket";
import { createDataClient } from "../s3/client";
import { createClientBuckets } from "../s3/client-buckets";
import { clientPolicy } from "../s3/client-policy";
import { isAbsent } from "../s3/is-absent";
import { listObjects } from "../s3/list-objects";
import { listedParts } from "../s3/listed-parts";
import { createLocator } from "../s3/location";
import type { S3Options } from "../s3/options";
import { putObject } from "../s3/put-object";
import { isNamed, statusOf, storeError } from "../s3/s3-errors";
import { createS3Urls } from "../s3/s3-urls";
import { createStoreRules } from "../s3/store-rules";
import { profileOf, storeNameOf } from "../store-profile";
import { withStoreErrors } from "../with-store-errors";

// Nothing under a key ever changes.
const cacheControl = "public, max-age=31536000, immutable";

/** Objects in a bucket of Amazon S3, or of a store that speaks its language. */
export function createS3Driver(options: S3Options): Driver {
  const { backendId } = options;
  const profile = {
    ...profileOf(options.store ?? storeNameOf(options.endpoint)),
    ...(options.pathStyle === undefined ? {} : { pathStyle: options.pathStyle }),
  };
  const client = createDataClient(options, profile);
  const locator = createLocator(options, profile);
  const ensureBucket = createClientBuckets(client, options);
  const place = (key: string) => ({ Bucket: locator.locate(key).bucket, Key: key });
  const multipart = ({ key, storeUploadId }: Pick<UploadHandle, "key" | "storeUploadId">) => ({
    ...place(key),
    UploadId: storeUploadId,
  });

  async function sizeOf(key: string): Promise<number | undefined> {
    try {
      const { ContentLength = 0 } = await client.send(new HeadObjectCommand(place(key)));
      return ContentLength;
    } catch (error) {
      if (statusOf(error) === 404 || (await isAbsent(client, place(key), error))) return undefined;
      throw error;
    }
  }

  async function read(key: string, range?: string): Promise<Readable> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ ...place(key), Range: range }));
      return Body as Readable;
    } catch (error) {
      throw (await isAbsent(client, place(key), error)) ? notFound("object") : error;
    }
  }

  async function complete(upload: UploadHandle, parts: readonly ArrivedBucketPart[]) {
    const Parts = parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag }));
    try {
      await client.send(
        new CompleteMultipartUploadCommand({ ...multipart(upload), MultipartUpload: { Parts } }),
      );
    } catch (error) {
      if (!isNamed(error, "NoSuchUpload")) throw error;
    }
  }

  async function dropUpload(upload: Pick<UploadHandle, "key" | "storeUploadId">) {
    await client.send(new AbortMultipartUploadCommand(multipart(upload))).catch((error) => {
      if (!isNamed(error, "NoSuchUpload")) throw error;
    });
  }

  const partsOf = (upload: UploadHandle) => listedParts(client, multipart(upload));
  const { assertSame, ...uploads } = bucketUploads({ sizeOf, read, partsOf, complete });

  const driver: Driver = {
    backendId,
    kind: "s3",
    origins: [locator.originOf(options.bucket.includes("{client}") ? "*" : options.bucket)],
    async check(clientId, { mayCreate = true } = {}) {
      // A bucket for each client is looked at with the client.
      if (options.bucket.includes("{client}")) return;
      const bucket = options.bucketUrl ?? options.bucket;
      const { endpoint } = options;
      await checkBucket(client, { ...options, bucket, endpoint, clientId, mayCreate });
    },
    ...(options.bucket.includes("{client}")
      ? {}
      : { rules: createStoreRules(client, { ...options, endpoint: options.endpoint }) }),
    clientPolicy: (clientId) => clientPolicy(options, clientId),
    ...uploads,
    ...createS3Urls(client, locator, profile, options),

    async put(key, body, { contentType, sizeBytes, onlyNew, isHashed }) {
      const chunks = exactLength(body, sizeBytes);
      try {
        await ensureBucket(key);
        const target = { ...place(key), ContentType: contentType, CacheControl: cacheControl };
        if (onlyNew && (await sizeOf(key)) !== undefined) return await assertSame(key, chunks);
        return await putObject(client, { target, chunks, sizeBytes, isHashed });
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
      return read(key, range && `bytes=${range.start}-${range.end}`);
    },

    async delete(key) {
      await client.send(new DeleteObjectCommand(place(key)));
    },

    list: (prefix, after) =>
      listObjects(client, { Bucket: locator.bucketOf(clientOf(prefix)), Prefix: prefix }, after),

    listUploads(clientId) {
      const Prefix = `${clientId}/`;
      return begunUploads(client, { Bucket: locator.bucketOf(clientId), Prefix });
    },

    dropUpload,

    async openUpload({ key, sizeBytes, contentType }) {
      await ensureBucket(assertObjectKey(key));
      const partSizeBytes = partSizeFor(sizeBytes, options.partSizeBytes);
      if (partSizeBytes === undefined) return { partSizeBytes, storeUploadId: undefined };
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand({
          ...place(key),
          ContentType: contentType,
          CacheControl: cacheControl,
        }),
      );
      return { partSizeBytes, storeUploadId: UploadId };
    },

    async abortUpload(upload) {
      if (upload.storeUploadId !== undefined) await dropUpload(upload);
      await client.send(new DeleteObjectCommand(place(upload.key)));
    },
  };
  return withStoreErrors(driver, storeError);
}
