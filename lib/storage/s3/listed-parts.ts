import { ListPartsCommand, type S3Client } from "@aws-sdk/client-s3";
import type { ArrivedPart } from "../driver";
import { isNamed } from "./s3-errors";

interface Target {
  Bucket: string;
  Key: string;
  UploadId: string | undefined;
}

/** In the order of their numbers; undefined: the upload was finished or given up. */
export async function listedParts(
  client: S3Client,
  target: Target,
): Promise<(ArrivedPart & { etag: string })[] | undefined> {
  const parts: (ArrivedPart & { etag: string })[] = [];
  let marker: string | undefined;
  do {
    const page = await list(client, { ...target, PartNumberMarker: marker });
    if (!page) return undefined;
    for (const { PartNumber = 0, Size = 0, ETag = "" } of page.Parts ?? []) {
      parts.push({ partNumber: PartNumber, sizeBytes: Size, etag: ETag });
    }
    // Ceph names a next marker on the last page too; the SDK's paginator would go on for ever.
    marker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
  } while (marker !== undefined);
  return parts.sort((a, b) => a.partNumber - b.partNumber);
}

async function list(client: S3Client, input: Target & { PartNumberMarker: string | undefined }) {
  try {
    return await client.send(new ListPartsCommand(input));
  } catch (error) {
    // Ceph says NoSuchKey of an upload that was given up.
    if (isNamed(error, "NoSuchUpload", "NoSuchKey")) return undefined;
    throw error;
  }
}
