import {
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandInput,
  type ListMultipartUploadsCommandOutput,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { BegunUpload } from "../driver";
import { isNamed } from "./s3-errors";

interface Target {
  Bucket: string;
  Prefix: string;
}

/** Uploads in parts that were neither finished nor aborted. */
export async function* begunUploads(client: S3Client, target: Target): AsyncGenerator<BegunUpload> {
  let place: { KeyMarker: string | undefined; UploadIdMarker: string | undefined } | undefined;
  do {
    const page = await pageOf(client, { ...target, ...place });
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (Key === undefined || UploadId === undefined) continue;
      yield { key: Key, storeUploadId: UploadId, openedAt: Initiated ?? new Date() };
    }
    // Ceph names the next markers on the last page too.
    place = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      : undefined;
  } while (place !== undefined);
}

async function pageOf(
  client: S3Client,
  input: ListMultipartUploadsCommandInput,
): Promise<Partial<ListMultipartUploadsCommandOutput>> {
  try {
    return await client.send(new ListMultipartUploadsCommand(input));
  } catch (error) {
    // Not every store that speaks S3 has such a list.
    if (isNamed(error, "NotImplemented")) return {};
    throw error;
  }
}
