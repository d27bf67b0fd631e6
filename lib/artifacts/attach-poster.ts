import { collectBlobsLater } from "@/lib/blobs";
import type { Context } from "@/lib/context";
import { publish } from "@/lib/realtime";
import { addBlob, type StoredBytes } from "./add-blob";

/** A picture of the artifact's present bytes; a second one for the same bytes is not taken. */
export async function attachPoster(
  ctx: Context,
  artifactId: string,
  sourceBlobId: string,
  bytes: StoredBytes,
  { width, height }: { width: number; height: number },
): Promise<void> {
  const blobId = await addBlob(ctx, bytes);
  const { clientId } = ctx;
  await ctx.db.blob.update({
    where: { clientId_id: { clientId, id: blobId } },
    data: { width, height },
  });
  const { count } = await ctx.db.rendition.createMany({
    data: [{ clientId, sourceBlobId, kind: "POSTER", blobId }],
    skipDuplicates: true,
  });
  // Another one was faster: nothing refers to these bytes.
  if (count === 0) return collectBlobsLater(ctx, [blobId]);
  await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
}
