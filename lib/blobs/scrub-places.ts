import { type BaseContext, jobContext } from "@/lib/context";
import { toLying, withContent } from "./lying";
import { verifyPlace } from "./verify-place";
import { withLock } from "./with-lock";

export const scrubJob = "scrub-places";

/** Each run ends before the next one begins. */
const runMs = 50_000;
const atOnce = 20;
/** What was read since need not be read again. */
export const restMs = 30 * 24 * 60 * 60 * 1000;

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
      if (due.length < atOnce) break;
    }
    return count;
  });
  return read ?? 0;
}

async function findDue(ctx: BaseContext, unread: string[]) {
  const known = ctx.storage.drivers
    .filter(({ health }) => health?.().state !== "down")
    .map(({ backendId }) => backendId);
  const due = await ctx.db.$queryRaw<{ clientId: string; id: string }[]>`
    select p.client_id as "clientId", p.id from placements p
    where p.state = 'PRESENT' and p.backend_id = any(${known})
      and (p.verified_at is null or p.verified_at < ${new Date(Date.now() - restMs)}::timestamptz)
      and not (p.id = any(${unread}::uuid[]))
      -- Others have no hash to compare with yet, or perhaps never.
      and exists (select 1 from blobs b
        where b.client_id = p.client_id and b.id = p.blob_id and b.state = 'VERIFIED')
    order by p.verified_at nulls first limit ${atOnce}`;
  if (due.length === 0) return [];
  const rows = await ctx.db.placement.findMany({
    where: { OR: due.map(({ clientId, id }) => ({ clientId, id })) },
    include: withContent,
  });
  return rows.map(toLying);
}
