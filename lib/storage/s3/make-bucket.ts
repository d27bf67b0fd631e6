import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { bucketCors, bucketLifecycle } from "./bucket-rules";
import { isNamed as isErrorNamed } from "./s3-errors";

interface NewBucket {
  bucket: string;
  region: string;
  isAmazon: boolean;
}

/** A bucket with all that browsers and a tidy store need. */
export async function makeBucket(
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
  const CORSConfiguration = { CORSRules: bucketCors(["*"]) };
  await client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration }));
  await client.send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket: bucket,
      LifecycleConfiguration: { Rules: bucketLifecycle },
    }),
  );
}
