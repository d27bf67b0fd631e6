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
  const objectKey = newObjectKey(ctx.clientId, "renditions");
  const options = { contentType, sizeBytes: bytes.length };
  const body = Readable.from([bytes]);
  return {
    ...(await ctx.storage.put(ctx.clientId, objectKey, body, options)),
    objectKey,
    contentType,
  };
}
