import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { isNamed as isErrorNamed } from "./s3-errors";

interface NewBucket {
  bucket: string;
  region: string;
  isAmazon: boolean;
}

/** What browsers and a tidy store need of it comes from applyRules. */
export async function createBucket(
  client: S3Client,
  { bucket, region, isAmazon }: NewBucket,
): Promise<void> {
  // Amazon wants the region named, unless it is the oldest; other stores have but one.
  const LocationConstraint = region as BucketLocationConstraint;
  const isNamed = isAmazon && region !== "us-east-1";
  try {
    await client.send(
      new CreateBucketCommand({
        Bucket: bucket,
        ...(isNamed ? { CreateBucketConfiguration: { LocationConstraint } } : {}),
      }),
    );
  } catch (error) {
    // Another process has made it just now.
    if (!isErrorNamed(error, "BucketAlreadyOwnedByYou")) throw error;
  }
}
