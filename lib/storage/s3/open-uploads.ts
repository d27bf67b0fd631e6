import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type S3Client,
} from "@aws-sdk/client-s3";

/**
 * Gives up what a process that was killed has begun to write under the key, and that nobody knows
 * of any more. As far as the store tells: not every one lists them, and not to every key.
 */
export async function abortOpenUploads(
  client: S3Client,
  { Bucket, Key }: { Bucket: string | undefined; Key: string | undefined },
): Promise<void> {
  try {
    const { Uploads = [] } = await client.send(
      new ListMultipartUploadsCommand({ Bucket, Prefix: Key }),
    );
    for (const { UploadId, Key: of } of Uploads) {
      if (of !== Key) continue;
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    }
  } catch {
    // The bucket's own rule does it after a week.
  }
}
