import { type BaseContext, jobContext } from "@/lib/context";
import { Prisma } from "@/lib/db";
import { toLying, withContent } from "./lying";
import { answeringStores } from "./sound";
import { verifyPlace } from "./verify-place";
import { withLock } from "./with-lock";

export const scrubJob = "scrub-places";

/** Each run ends before the next one begins. */
const runMs = 50_000;
const atOnce = 10;
const dayMs = 24 * 60 * 60 * 1000;
/** What was read since need not be read again. */
export const restMs = 30 * dayMs;
/** What was wrong, sooner: somebody may have put its bytes back. */
export const suspectRestMs = dayMs;

/**
 * Reads stored files again, those first that were not read for the longest time, and compares them
 * with their hashes. Answers how many were read.
 */
export async function scrubPlaces(ctx: BaseContext, signal: AbortSignal): Promise<number> {
  const { scrubBytesPerSecond: bytesPerSecond } = ctx.storage.layers;
  if (bytesPerSecond === 0) return 0;
  const until = performance.now() + runMs;
  const read = await withLock(ctx, "scrub", async () => {
    let count = 0;
    const unread = new Set<string>();
    while (performance.now() < until && !signal.aborted) {
      const due = await findDue(ctx, [...unread]);
      for (const lying of due) {
        if (performance.now() >= until || signal.aborted) break;
        const one = jobContext(ctx, scrubJob, lying.clientId, ctx.log);
        const verdict = await verifyPlace(one, lying, { bytesPerSecond, signal });
        if (verdict === "unread") unread.add(lying.id);
        else count += 1;
      }
      if (due.length === 0) break;
    }
    return count;
  });
  return read ?? 0;
}

/** Some of both, so that neither many wrong ones nor many right ones keep the others waiting. */
async function findDue(ctx: BaseContext, unread: string[]) {
  const known = answeringStores(ctx);
  const { sql } = Prisma;
  const read = (before: number) => sql`p.backend_id = any(${known})
      and (p.verified_at is null or p.verified_at < ${new Date(Date.now() - before)}::timestamptz)
      and not (p.id = any(${unread}::uuid[]))`;
  type Found = { clientId: string; id: string }[];
  const wrong = await ctx.db.$queryRaw<Found>`
    select p.client_id as "clientId", p.id from placements p
    where p.problem is not null and p.state in ('PRESENT', 'DAMAGED') and ${read(suspectRestMs)}
    order by p.verified_at nulls first limit ${atOnce}`;
  const right = await ctx.db.$queryRaw<Found>`
    select p.client_id as "clientId", p.id from placements p
    where p.state = 'PRESENT' and p.problem is null and ${read(restMs)}
      -- Others have no hash to compare with yet, or perhaps never.
      and exists (select 1 from blobs b
        where b.client_id = p.client_id and b.id = p.blob_id and b.state = 'VERIFIED')
    order by p.verified_at nulls first limit ${atOnce}`;
  const due = [...wrong, ...right];
  if (due.length === 0) return [];
  const rows = await ctx.db.placement.findMany({ where: { OR: due }, include: withContent });
  return rows.map(toLying);
}
