import { Readable } from "node:stream";
import type { Context } from "@/lib/context";
import type { Poster } from "@/lib/media";
import { newObjectKey } from "@/lib/storage";
import type { StoredBytes } from "./add-blob";

export async function storePoster(
  ctx: Context,
  { bytes, contentType }: Poster,
): Promise<StoredBytes> {
  const driver = ctx.storage.current;
  const objectKey = newObjectKey(ctx.clientId, "renditions");
  const options = { contentType, sizeBytes: bytes.length };
  const { sizeBytes, sha256 } = await driver.put(objectKey, Readable.from([bytes]), options);
  return { backendId: driver.backendId, objectKey, sizeBytes, sha256, contentType };
}
