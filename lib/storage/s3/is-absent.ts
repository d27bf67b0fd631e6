import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { statusOf } from "./s3-errors";

/**
 * Whether a refusal only means that there is no such object: to a key that may not list the whole
 * bucket, such as one that is confined to a client, stores say 403 instead of 404.
 */
export async function isAbsent(
  client: S3Client,
  { Bucket, Key }: { Bucket: string; Key: string },
  error: unknown,
): Promise<boolean> {
  if (statusOf(error) !== 403) return false;
  try {
    // The first that begins so, and a name comes before all that are longer.
    const command = new ListObjectsV2Command({ Bucket, Prefix: Key, MaxKeys: 1 });
    const { Contents = [] } = await client.send(command);
    return Contents.every((found) => found.Key !== Key);
  } catch {
    return false;
  }
}
