import { v7 as uuid } from "uuid";
import type { Context } from "@/lib/context";
import { Prisma } from "@/lib/db";
import { newObjectKey, type Place } from "@/lib/storage";
import type { Lying } from "./lying";

export interface ReservedCopy extends Place {
  id: string;
  objectKey: string;
}

/**
 * Writes down where a copy is going to lie before its bytes are there, so that whoever is killed
 * meanwhile leaves nothing that nobody knows of. The next attempt writes over the same place.
 * undefined: the file was deleted meanwhile.
 */
export async function reserveCopy(
  ctx: Context,
  { blobId, objectKey, sizeBytes, contentType }: Lying,
  backendId: string,
): Promise<ReservedCopy | undefined> {
  const { clientId } = ctx;
  const bytes = { contentType, sizeBytes: Number(sizeBytes) };
  const { encodings } = await ctx.storage.placeFor(clientId, backendId, bytes);
  const left = await ctx.db.placement.findFirst({
    where: { clientId, blobId, backendId, state: "COPYING", encodings: { equals: encodings } },
    select: { id: true, objectKey: true },
  });
  if (left) return { ...left, backendId, encodings };
  const kind = objectKey.startsWith(`${clientId}/renditions/`) ? "renditions" : "originals";
  const copy = { id: uuid(), objectKey: newObjectKey(clientId, kind), backendId, encodings };
  try {
    await ctx.db.placement.create({
      data: { ...copy, clientId, blobId, storedSizeBytes: sizeBytes, state: "COPYING" },
    });
    return copy;
  } catch (error) {
    if (isMissingBlob(error)) return undefined;
    throw error;
  }
}

/** The foreign key has nothing to point at. */
function isMissingBlob(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
}
