import { v7 as uuid } from "uuid";
import type { Context } from "@/lib/context";
import type { NewPlace } from "@/lib/storage";

export interface StoredBytes extends NewPlace {
  objectKey: string;
  sizeBytes: number;
  /** Where what lies there is not the plain bytes. */
  storedSizeBytes?: number;
  contentType: string;
  /** undefined: not proved yet; somebody has to read the bytes. */
  sha256: string | undefined;
}

/** Records bytes that the store has, and where; answers the id of the blob. */
export async function addBlob(ctx: Context, bytes: StoredBytes): Promise<string> {
  const blobId = uuid();
  const { clientId } = ctx;
  await ctx.db.blob.create({
    data: {
      clientId,
      id: blobId,
      state: bytes.sha256 ? "VERIFIED" : "STAGED",
      sha256: bytes.sha256 ?? null,
      sizeBytes: bytes.sizeBytes,
      contentType: bytes.contentType,
    },
  });
  await ctx.db.placement.create({
    data: {
      clientId,
      id: uuid(),
      blobId,
      ...{ backendId: bytes.backendId, encodings: bytes.encodings, homeId: bytes.homeId },
      objectKey: bytes.objectKey,
      storedSizeBytes: bytes.storedSizeBytes ?? bytes.sizeBytes,
      state: "PRESENT",
    },
  });
  return blobId;
}
