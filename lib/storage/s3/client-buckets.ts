import type { S3Client } from "@aws-sdk/client-s3";
import { bucketFor, clientOf } from "../object-key";
import { checkBucket } from "./check-bucket";
import type { S3Options } from "./options";

/**
 * Where each client has a bucket of its own: sees to it before the first bytes go there, once in
 * this process. Elsewhere, and where buckets are made by hand, it does nothing.
 */
export function createClientBuckets(
  client: S3Client,
  options: S3Options,
): (key: string) => Promise<void> {
  const seen = new Map<string, Promise<void>>();
  if (!options.bucket.includes("{client}") || !options.createsBucket) return async () => {};
  return (key) => {
    const clientId = clientOf(key);
    const bucket = bucketFor(options.bucket, clientId);
    const known = seen.get(bucket);
    if (known !== undefined) return known;
    const checking = checkBucket(client, {
      ...options,
      ...{ endpoint: options.endpoint, bucket, clientId },
    });
    seen.set(bucket, checking);
    checking.catch(() => seen.delete(bucket));
    return checking;
  };
}
