import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { PutObjectCommandInput, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { PutOptions, StoredObject } from "../driver";

const partBytes = 8 * 1024 * 1024;
const partsAtOnce = 3;

interface PutRequest extends Pick<PutOptions, "isHashed"> {
  chunks: AsyncIterable<Buffer>;
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
  { chunks, target, isHashed }: PutRequest,
): Promise<StoredObject> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const hashed = async function* () {
    for await (const chunk of chunks) {
      if (!isHashed) hash.update(chunk);
      sizeBytes += chunk.length;
      yield chunk;
    }
  };
  const upload = new Upload({
    client,
    params: { ...target, Body: Readable.from(hashed(), { objectMode: false }) },
    partSize: partBytes,
    queueSize: partsAtOnce,
  });
  await upload.done();
  return { sizeBytes, sha256: hash.digest("hex") };
}
