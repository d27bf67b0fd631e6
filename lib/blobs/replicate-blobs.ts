import { type BaseContext, jobContext } from "@/lib/context";
import { isStoreDown } from "@/lib/storage";
import { copyBlob } from "./copy-blob";
import { findSource } from "./find-source";
import { withLock } from "./with-lock";

export const replicateJob = "replicate-blobs";
const atOnce = 200;
/** A row that is written in a long transaction bears the time of its beginning. */
const overlapMs = 60 * 60 * 1000;
/** What nobody could read for so long is no file. */
const stagedMs = 7 * 24 * 60 * 60 * 1000;

const firstId = "00000000-0000-0000-0000-000000000000";

interface Missing {
  clientId: string;
  id: string;
  at: Date;
}

/** Makes the second copy of whatever has none in the replica yet; answers how many. */
export async function replicateBlobs(ctx: BaseContext, signal: AbortSignal): Promise<number> {
  const { replicaId } = ctx.storage.layers;
  if (replicaId === undefined) return 0;
  const replica = ctx.storage.backend(replicaId);
  if (replica.health?.().state === "down") return 0;
  return (await withLock(ctx, "replica", () => copyMissing(ctx, replicaId, signal))) ?? 0;
}

/** How much of it has no second copy yet. */
export async function countUnreplicated(ctx: BaseContext, replicaId: string): Promise<number> {
  const since = await doneUntil(ctx, replicaId);
  const [row] = await ctx.db.$queryRaw<{ files: bigint }[]>`
    select count(*) as files from blobs b
    where b.state = 'VERIFIED' and b.created_at >= ${since}::timestamptz
      and not exists (select 1 from placements r where r.client_id = b.client_id
        and r.blob_id = b.id and r.backend_id = ${replicaId} and r.state <> 'DELETING')`;
  return Number(row?.files ?? 0);
}

async function copyMissing(ctx: BaseContext, to: string, signal: AbortSignal): Promise<number> {
  const began = new Date();
  const since = await doneUntil(ctx, to);
  let count = 0;
  for (let after: Missing | undefined; ; ) {
    const missing = await findMissing(ctx, to, since, after);
    for (const { clientId, id } of missing) {
      if (signal.aborted) return count;
      const source = await findSource(ctx, clientId, [id]);
      if (!source) continue;
      const one = jobContext(ctx, replicateJob, clientId, ctx.log);
      try {
        const order = { to, replaces: undefined, signal };
        if ((await copyBlob(one, source, order)) === "copied") count += 1;
      } catch (err) {
        ctx.log.warn({ err, backendId: to }, "a second copy could not be made");
        if (isStoreDown(err)) return count;
      }
    }
    after = missing.at(-1);
    if (missing.length < atOnce) break;
  }
  await noteDone(ctx, to, since, began);
  return count;
}

/** Everything before the first one that still has no copy, or whose bytes are still to be read. */
async function noteDone(ctx: BaseContext, to: string, since: Date, began: Date): Promise<void> {
  const [row] = await ctx.db.$queryRaw<{ first: Date | null }[]>`
    select min(b.created_at) as first from blobs b
    where b.created_at >= ${since}::timestamptz
      and (b.state = 'VERIFIED' or
        (b.state = 'STAGED' and b.created_at >= ${new Date(began.getTime() - stagedMs)}::timestamptz))
      and not exists (select 1 from placements r where r.client_id = b.client_id
        and r.blob_id = b.id and r.backend_id = ${to} and r.state in ('PRESENT', 'DAMAGED'))`;
  const until = (row?.first ?? began).toISOString();
  await ctx.db.$executeRaw`
    update backends set profile = profile || jsonb_build_object('replicatedUntil', ${until}::text)
    where id = ${to}`;
}

async function doneUntil(ctx: BaseContext, replicaId: string): Promise<Date> {
  const [row] = await ctx.db.$queryRaw<{ until: string | null }[]>`
    select profile->>'replicatedUntil' as until from backends where id = ${replicaId}`;
  const until = row?.until ? Date.parse(row.until) : 0;
  return new Date(Math.max(0, until - overlapMs));
}

function findMissing(
  ctx: BaseContext,
  replicaId: string,
  since: Date,
  after: Missing | undefined,
): Promise<Missing[]> {
  const { at, clientId, id } = after ?? { at: since, clientId: "", id: firstId };
  return ctx.db.$queryRaw<Missing[]>`
    select b.client_id as "clientId", b.id, b.created_at as at from blobs b
    where b.state = 'VERIFIED'
      and (b.created_at, b.client_id, b.id) > (${at}::timestamptz, ${clientId}, ${id}::uuid)
      and exists (select 1 from placements p where p.client_id = b.client_id
        and p.blob_id = b.id and p.state = 'PRESENT' and p.problem is null)
      and not exists (select 1 from placements r where r.client_id = b.client_id
        and r.blob_id = b.id and r.backend_id = ${replicaId}
        and r.state in ('PRESENT', 'DAMAGED'))
    order by b.created_at, b.client_id, b.id limit ${atOnce}`;
}
