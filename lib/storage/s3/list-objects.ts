import { paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import type { ListedObject } from "../driver";
import { isBeyond } from "../key-order";

interface Target {
  Bucket: string;
  Prefix: string;
}

/** S3 lists in the order of the keys' UTF-8 bytes, a thousand at a time. */
export async function* listObjects(
  client: S3Client,
  target: Target,
  after: string | undefined,
): AsyncGenerator<ListedObject> {
  for await (const page of paginateListObjectsV2({ client }, { ...target, StartAfter: after })) {
    for (const { Key, Size = 0, LastModified } of page.Contents ?? []) {
      // Not every store that speaks S3 minds where it was told to begin.
      if (Key === undefined || !isBeyond(Key, after)) continue;
      yield { key: Key, sizeBytes: Size, modifiedAt: LastModified ?? new Date() };
    }
  }
}
