import { v7 as uuid } from "uuid";
import type { Context } from "@/lib/context";
import { newObjectKey } from "@/lib/storage";

export interface ReservedCopy {
  id: string;
  objectKey: string;
}

interface Original {
  blobId: string;
  objectKey: string;
  storedSizeBytes: bigint;
}

/**
 * Writes down where a copy is going to lie before its bytes are there, so that whoever is killed
 * meanwhile leaves nothing that nobody knows of. The next attempt writes over the same place.
 */
export async function reserveCopy(
  ctx: Context,
  { blobId, objectKey, storedSizeBytes }: Original,
  backendId: string,
): Promise<ReservedCopy> {
  const { clientId } = ctx;
  const left = await ctx.db.placement.findFirst({
    where: { clientId, blobId, backendId, state: "COPYING" },
    select: { id: true, objectKey: true },
  });
  if (left) return left;
  const kind = objectKey.startsWith(`${clientId}/renditions/`) ? "renditions" : "originals";
  const copy = { id: uuid(), objectKey: newObjectKey(clientId, kind) };
  await ctx.db.placement.create({
    data: { ...copy, clientId, blobId, backendId, storedSizeBytes, state: "COPYING" },
  });
  return copy;
}
