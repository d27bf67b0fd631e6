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
    select client_id as "clientId", id from placements
    where state = 'PRESENT' and backend_id = any(${known})
      and (verified_at is null or verified_at < ${new Date(Date.now() - restMs)}::timestamptz)
      and not (id = any(${unread}::uuid[]))
    order by verified_at nulls first limit ${atOnce}`;
  const rows = await ctx.db.placement.findMany({
    where: { OR: due.map(({ clientId, id }) => ({ clientId, id })), blob: { state: "VERIFIED" } },
    include: withContent,
  });
  return due.length === 0 ? [] : rows.map(toLying);
}
