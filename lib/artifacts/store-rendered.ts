import { Readable } from "node:stream";
import type { Context } from "@/lib/context";
import type { Rendered } from "@/lib/media";
import { newObjectKey } from "@/lib/storage";
import type { StoredBytes } from "./add-blob";

/** Puts what was made of an artifact's bytes into the store; the row comes after. */
export async function storeRendered(
  ctx: Context,
  { bytes, contentType }: Rendered,
): Promise<StoredBytes> {
  const driver = ctx.storage.current;
  const objectKey = newObjectKey(ctx.clientId, "renditions");
  const options = { contentType, sizeBytes: bytes.length };
  const { sizeBytes, sha256 } = await driver.put(objectKey, Readable.from([bytes]), options);
  return { backendId: driver.backendId, objectKey, sizeBytes, sha256, contentType };
}
