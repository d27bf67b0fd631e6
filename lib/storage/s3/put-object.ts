import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { PutObjectCommandInput, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { PutOptions, StoredObject } from "../driver";
import { partSizeFor } from "../part-plan";
import { abortOpenUploads } from "./open-uploads";

const mebibyte = 1024 ** 2;
const leastPartBytes = 8 * mebibyte;
const mostPartsAtOnce = 3;
/** What the largest files may hold in memory, but for one part. */
const memoryBytes = 48 * mebibyte;

interface PutRequest extends Pick<PutOptions, "isHashed"> {
  chunks: AsyncIterable<Buffer>;
  /** As far as it is known. */
  sizeBytes: number | undefined;
  target: Pick<
    PutObjectCommandInput,
    "Bucket" | "Key" | "ContentType" | "CacheControl" | "IfNoneMatch"
  >;
}

/**
 * One PUT, or parts where it is longer than one. The SDK holds each in memory and can send it
 * again; a body that ends too early or fails leaves nothing behind.
 */
export async function putObject(
  client: S3Client,
  { chunks, target, isHashed, sizeBytes: expectedBytes = 0 }: PutRequest,
): Promise<StoredObject> {
  const plan = putPlan(expectedBytes);
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const hashed = async function* () {
    for await (const chunk of chunks) {
      if (!isHashed) hash.update(chunk);
      const before = sizeBytes;
      sizeBytes += chunk.length;
      const goesInParts = before <= plan.partSize && sizeBytes > plan.partSize;
      if (goesInParts) await abortOpenUploads(client, target);
      yield chunk;
    }
  };
  const upload = new Upload({
    client,
    params: { ...target, Body: Readable.from(hashed(), { objectMode: false }) },
    ...plan,
  });
  await upload.done();
  return { sizeBytes, sha256: hash.digest("hex") };
}

/** Larger parts where the store's most would not suffice, and then fewer at once. */
export function putPlan(sizeBytes: number): { partSize: number; queueSize: number } {
  const partSize = partSizeFor(sizeBytes, leastPartBytes) ?? leastPartBytes;
  const fitting = Math.max(1, Math.floor(memoryBytes / partSize));
  return { partSize, queueSize: Math.min(mostPartsAtOnce, fitting) };
}
