import type { Bucket } from "@google-cloud/storage";
import type { ListedObject } from "../driver";
import { isBeyond } from "../key-order";

/** Google lists in the order of the names' UTF-8 bytes, a thousand at a time. */
export async function* listObjects(
  bucket: Bucket,
  prefix: string,
  after: string | undefined,
): AsyncGenerator<ListedObject> {
  const place = { prefix, ...(after === undefined ? {} : { startOffset: after }) };
  for await (const { name, metadata } of bucket.getFilesStream(place)) {
    // The offset itself is part of the answer.
    if (!isBeyond(name, after)) continue;
    const modifiedAt = metadata.updated ? new Date(metadata.updated) : new Date();
    yield { key: name, sizeBytes: Number(metadata.size), modifiedAt };
  }
}
