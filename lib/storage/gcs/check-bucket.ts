import type { Storage } from "@google-cloud/storage";
import { AppError } from "@/lib/errors";
import { bucketCors, bucketLifecycle } from "./bucket-rules";
import { statusOf } from "./gcs-errors";
import type { GcsOptions } from "./options";

interface BucketCheck extends Pick<GcsOptions, "createsBucket" | "location"> {
  /** Whose files the account may be confined to. */
  clientId: string | undefined;
  /** False: it was there, and files lie in it. */
  mayCreate?: boolean;
}

/** Throws a sentence that names the variable to change; makes the bucket where it may. */
export async function checkBucket(
  storage: Storage,
  bucket: string,
  { createsBucket, location, clientId, mayCreate = true }: BucketCheck,
): Promise<void> {
  const prefix = clientId === undefined ? {} : { prefix: `${clientId}/` };
  try {
    // Asks for objects, as a key for them alone may not ask for the bucket.
    await storage.bucket(bucket).getFiles({ ...prefix, maxResults: 1, autoPaginate: false });
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 && createsBucket) {
      if (mayCreate) return makeBucket(storage, bucket, location);
      throw wrong(
        `The bucket "${bucket}" is gone from Google Cloud Storage: ` +
          "bring it back, or correct GCS_BUCKET_NAME",
      );
    }
    throw wrongSettings(error, status, bucket) ?? error;
  }
}

async function makeBucket(storage: Storage, bucket: string, location = "US"): Promise<void> {
  try {
    await storage.createBucket(bucket, {
      location,
      cors: bucketCors(["*"]),
      lifecycle: bucketLifecycle,
      iamConfiguration: { uniformBucketLevelAccess: { enabled: true } },
    });
  } catch (error) {
    // Another process has made it just now.
    if (statusOf(error) !== 409) throw error;
  }
}

function wrongSettings(error: unknown, status: number | undefined, bucket: string) {
  const message = error instanceof Error ? error.message : "";
  if (status === 404) {
    return wrong(
      `There is no bucket "${bucket}" at Google Cloud Storage: ` +
        "correct GCS_BUCKET_NAME, or set GCS_CREATE_BUCKET=true to have it made",
    );
  }
  if (status === 401 || status === 403) {
    return wrong(
      `Google Cloud Storage does not let us into the bucket "${bucket}": check GCS_BUCKET_NAME, and ` +
        "that the account of GOOGLE_APPLICATION_CREDENTIALS is Storage Object Admin of it",
    );
  }
  if (/could not load the default credentials/i.test(message)) {
    return wrong(
      "There are no Google credentials: set GOOGLE_APPLICATION_CREDENTIALS to a service account's key file",
    );
  }
  if (/ENOENT|EACCES|not a valid (json|file)|Unexpected token|invalid_grant/i.test(message)) {
    return wrong(
      "GOOGLE_APPLICATION_CREDENTIALS names no service account's key that can be read and is valid",
    );
  }
  return undefined;
}

function wrong(words: string): AppError {
  return new AppError("precondition_failed", words, { reason: "store_settings" });
}
