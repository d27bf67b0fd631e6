import { HeadBucketCommand, type S3Client } from "@aws-sdk/client-s3";
import { AppError } from "@/lib/errors";
import { makeBucket } from "./make-bucket";
import { statusOf } from "./s3-errors";

interface BucketCheck {
  bucket: string;
  region: string;
  endpoint: string | undefined;
  createsBucket: boolean;
}

/** Throws a sentence that names the variable to change. */
export async function checkBucket(
  client: S3Client,
  { bucket, region, endpoint, createsBucket }: BucketCheck,
): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
  } catch (error) {
    const wrong = (words: string) => {
      return new AppError("precondition_failed", words, { reason: "store_settings" });
    };
    switch (statusOf(error)) {
      case 404:
        if (!createsBucket) {
          throw wrong(
            `There is no bucket "${bucket}" at ${endpoint ?? "Amazon S3"}: ` +
              "correct S3_BUCKET_NAME, or set S3_CREATE_BUCKET=true to have it made",
          );
        }
        return makeBucket(client, { bucket, region, isAmazon: endpoint === undefined });
      case 301:
        throw wrong(`The bucket "${bucket}" lies in another region than ${region}: set S3_REGION`);
      case 400:
      case 401:
      case 403:
        throw wrong(
          `The store does not let us into the bucket "${bucket}": check S3_ACCESS_KEY, ` +
            "S3_SECRET_KEY and what that key may do, S3_BUCKET_NAME, and this machine's clock",
        );
      default:
        if (isUnknownHost(error)) {
          throw wrong(`S3_ENDPOINT_URL names a host that does not exist: ${endpoint}`);
        }
        throw error;
    }
  }
}

function isUnknownHost(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOTFOUND";
}
