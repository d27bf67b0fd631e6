import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";

export const collectBlobsJob = "collect-blobs";
const atOnce = 500;

/** In the transaction that let go of these bytes: what nobody else refers to is deleted by a job. */
export async function collectBlobsLater(ctx: Context, blobIds: readonly string[]): Promise<void> {
  const { clientId } = ctx;
  for (let from = 0; from < blobIds.length; from += atOnce) {
    const payload = { clientId, blobIds: blobIds.slice(from, from + atOnce) };
    await enqueue(ctx, collectBlobsJob, payload, { maxAttempts: 25 });
  }
}

/**
 * Deletes bytes that nothing refers to, and the pictures made of them. First the row says so, then
 * the bytes go, then the row: cut anywhere, the next attempt goes on where this one stood.
 */
export async function collectBlobs(ctx: Context, blobIds: readonly string[]): Promise<void> {
  for (const blobId of blobIds) {
    const pictures = await condemn(ctx, blobId);
    if (!pictures) continue;
    await deleteBytes(ctx, blobId);
    await transaction(ctx, async (ctx) => {
      const { clientId } = ctx;
      await ctx.db.artifact.updateMany({
        where: { clientId, blobId, status: "DELETED" },
        data: { blobId: null },
      });
      await ctx.db.blob.deleteMany({ where: { clientId, id: blobId, state: "DELETING" } });
      await collectBlobsLater(ctx, pictures);
    });
  }
}

/**
 * Marks bytes that nothing refers to; answers the pictures made of them. undefined: somebody does,
 * or they are gone. The row is locked, and whoever would refer to it anew locks it too.
 */
function condemn(ctx: Context, blobId: string): Promise<string[] | undefined> {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    const found = await ctx.db.$executeRaw`
      select 1 from blobs where client_id = ${clientId} and id = ${blobId}::uuid for update`;
    if (found === 0) return undefined;
    // Another statement than the lock, so that it sees what others have committed meanwhile.
    const marked = await ctx.db.$executeRaw`
      update blobs b set state = 'DELETING'
      where b.client_id = ${clientId} and b.id = ${blobId}::uuid
        and not exists (select 1 from artifacts a
          where a.client_id = b.client_id and a.blob_id = b.id and a.status <> 'DELETED')
        and not exists (select 1 from artifact_versions v
          where v.client_id = b.client_id and v.blob_id = b.id)
        and not exists (select 1 from renditions r
          where r.client_id = b.client_id and r.blob_id = b.id)`;
    if (marked === 0) return undefined;
    const pictures = await ctx.db.rendition.findMany({
      where: { clientId, sourceBlobId: blobId },
      select: { blobId: true },
    });
    return pictures.map((picture) => picture.blobId);
  });
}

async function deleteBytes(ctx: Context, blobId: string): Promise<void> {
  const { clientId } = ctx;
  const placements = await ctx.db.placement.findMany({ where: { clientId, blobId } });
  for (const place of placements) await ctx.storage.at(place).delete(place.objectKey);
}
