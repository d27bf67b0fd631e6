import { HeadBucketCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { AppError } from "@/lib/errors";
import { createBucket } from "./create-bucket";
import type { S3Options } from "./options";
import { applyRules } from "./rules";
import { isNamed, statusOf } from "./s3-errors";

interface BucketCheck extends Pick<S3Options, "backendId" | "region" | "createsBucket" | "log"> {
  bucket: string;
  endpoint: string | undefined;
  /** Whose files the key may be confined to. */
  clientId: string | undefined;
  /** False: it was there, and files lie in it. */
  mayCreate?: boolean;
}

/** Throws a sentence that names the variable to change; makes what it may, also rules that lack. */
export async function checkBucket(client: S3Client, check: BucketCheck): Promise<void> {
  const isNew = await ensureBucket(client, check);
  if (check.createsBucket) await applyRules(client, { ...check, isNew });
}

/** Whether it was made just now. */
async function ensureBucket(client: S3Client, check: BucketCheck): Promise<boolean> {
  const { bucket, region, endpoint, createsBucket, clientId, mayCreate = true } = check;
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    return false;
  } catch (error) {
    switch (statusOf(error)) {
      case 404:
        if (!createsBucket) {
          throw wrong(
            `There is no bucket "${bucket}" at ${endpoint ?? "Amazon S3"}: ` +
              "correct S3_BUCKET_NAME, or set S3_CREATE_BUCKET=true to have it made",
          );
        }
        if (!mayCreate) {
          throw wrong(
            `The bucket "${bucket}" is gone from ${endpoint ?? "Amazon S3"}: ` +
              "bring it back, or correct S3_BUCKET_NAME",
          );
        }
        await made(client, { bucket, region, isAmazon: endpoint === undefined });
        return true;
      case 301:
        throw wrong(`The bucket "${bucket}" lies in another region than ${region}: set S3_REGION`);
      case 400:
      case 401:
      case 403:
        if (clientId !== undefined && (await mayList(client, bucket, `${clientId}/`))) return false;
        throw wrong(
          `The store does not let us into the bucket "${bucket}": check S3_ACCESS_KEY, ` +
            "S3_SECRET_KEY and what that key may do, S3_BUCKET_NAME, and this machine's clock",
        );
      default:
        throw wrongPlace(error, endpoint) ?? error;
    }
  }
}

async function made(client: S3Client, bucket: Parameters<typeof createBucket>[1]): Promise<void> {
  await createBucket(client, bucket).catch((error: unknown) => {
    const status = statusOf(error);
    if (status === undefined || status >= 500) throw error;
    throw wrong(
      `The bucket "${bucket.bucket}" cannot be made: ${(error as Error).name}. Correct S3_BUCKET_NAME, ` +
        "or make it by hand and let S3_CREATE_BUCKET be false",
    );
  });
}

/** A key that is confined to one client's files may not look at the bucket itself. */
async function mayList(client: S3Client, bucket: string, prefix: string): Promise<boolean> {
  const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 });
  return client.send(command).then(
    () => true,
    () => false,
  );
}

function wrongPlace(error: unknown, endpoint: string | undefined): AppError | undefined {
  if (isNamed(error, "CredentialsProviderError")) {
    return wrong(
      "There is no key to the store: set S3_ACCESS_KEY and S3_SECRET_KEY, as neither AWS's shared " +
        "files nor this machine's role offer one",
    );
  }
  if (error instanceof Error && "code" in error && error.code === "ENOTFOUND") {
    return wrong(`S3_ENDPOINT_URL names a host that does not exist: ${endpoint}`);
  }
  return undefined;
}

function wrong(words: string): AppError {
  return new AppError("precondition_failed", words, { reason: "store_settings" });
}
