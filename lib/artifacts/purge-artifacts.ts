import { auditEach } from "@/lib/audit";
import { collectBlobsLater } from "@/lib/blobs";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { publish } from "@/lib/realtime";
import { forgetJob } from "@/lib/uploads/schema";
import type { ArtifactIds, BulkResult } from "./schema";

/** Deletes for good what lies in the trash; what does not is as good as not there. */
export async function purgeArtifacts(ctx: Context, { ids }: ArtifactIds): Promise<BulkResult> {
  requireScope(ctx, "artifacts:delete");
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const done = await purge(ctx, wanted);
  const found = new Set(done);
  return { done, notFound: wanted.filter((id) => !found.has(id)), refused: [] };
}

/** Answers which were in the trash. The rows first; their bytes by a job, once nobody needs them. */
export function purge(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    const rows = await ctx.db.$queryRaw<{ id: string; blob_id: string | null }[]>`
      select id, blob_id from artifacts
      where client_id = ${clientId} and id = any(${ids}::uuid[])
        and trashed_at is not null and status <> 'DELETED'
      order by id for update`;
    const purged = rows.map(({ id }) => id);
    if (purged.length === 0) return [];
    const mine = { clientId, artifactId: { in: purged } };
    const versions = await ctx.db.artifactVersion.findMany({
      where: mine,
      select: { blobId: true },
    });
    await ctx.db.artifact.updateMany({
      where: { clientId, id: { in: purged } },
      data: { status: "DELETED", blobId: null },
    });
    await ctx.db.artifactVersion.deleteMany({ where: mine });
    await giveUpUploads(ctx, purged);
    await ctx.db.collectionItem.deleteMany({ where: mine });
    await ctx.db.favorite.deleteMany({ where: mine });
    const blobIds = [...rows.map(({ blob_id }) => blob_id), ...versions.map((v) => v.blobId)];
    await collectBlobsLater(
      ctx,
      [...new Set(blobIds)].filter((id) => id !== null),
    );
    await auditEach(ctx, "artifact.purge", purged);
    await publish(ctx, { kind: "artifacts", clientId, ids: purged });
    return purged;
  });
}

/** What is still on its way to them has no place any more. */
async function giveUpUploads(ctx: Context, artifactIds: string[]): Promise<void> {
  const { clientId } = ctx;
  const given = await ctx.db.upload.updateManyAndReturn({
    where: { clientId, artifactId: { in: artifactIds }, state: { in: ["OPEN", "COMPLETING"] } },
    data: { state: "ABORTED" },
    select: { id: true },
  });
  for (const { id } of given) await enqueue(ctx, forgetJob, { clientId, uploadId: id });
}
