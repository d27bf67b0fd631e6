import { type BaseContext, jobContext } from "@/lib/context";
import { isStoreDown } from "@/lib/storage";
import { copyBlob } from "./copy-blob";
import { toLying, withContent } from "./lying";
import { withLock } from "./with-lock";

export const bringHomeJob = "bring-home";
const atOnce = 100;

export interface Backlog {
  files: number;
  bytes: number;
  /** When the first of them came; null: there is none. */
  oldestAt: Date | null;
}

/**
 * What lies elsewhere than where it belongs, because that store was down. What is known to be wrong
 * waits for sound bytes first.
 */
export async function countBacklog(ctx: BaseContext, homeId: string): Promise<Backlog> {
  const [row] = await ctx.db.$queryRaw<{ files: bigint; bytes: bigint; oldest: Date | null }[]>`
    select count(*) as files, coalesce(sum(stored_size_bytes), 0)::bigint as bytes,
      min(created_at) as oldest
    from placements where home_id = ${homeId} and state = 'PRESENT' and problem is null`;
  return {
    files: Number(row?.files ?? 0),
    bytes: Number(row?.bytes ?? 0),
    oldestAt: row?.oldest ?? null,
  };
}

/**
 * Brings home what had to be taken in elsewhere, the oldest first, once its store answers again.
 * Answers how many came home.
 */
export async function bringHome(ctx: BaseContext, signal: AbortSignal): Promise<number> {
  const brought = await withLock(ctx, "home", async () => {
    let count = 0;
    for (const { backendId, health } of ctx.storage.drivers) {
      if (health?.().state === "down") continue;
      count += await bringHomeTo(ctx, backendId, signal);
    }
    return count;
  });
  return brought ?? 0;
}

async function bringHomeTo(ctx: BaseContext, to: string, signal: AbortSignal): Promise<number> {
  let count = 0;
  const refused = new Set<string>();
  for (;;) {
    const rows = await ctx.db.placement.findMany({
      where: {
        ...{ homeId: to, state: "PRESENT", blob: { state: { not: "DELETING" } } },
        // One that is known to be wrong would be read each minute in vain.
        ...{ problem: null, id: { notIn: [...refused] } },
      },
      include: withContent,
      orderBy: { createdAt: "asc" },
      take: atOnce,
    });
    for (const row of rows) {
      if (signal.aborted) return count;
      const one = jobContext(ctx, bringHomeJob, row.clientId, ctx.log);
      try {
        const order = { to, replaces: row.id, signal };
        const outcome = await copyBlob(one, toLying(row), order);
        if (outcome === "copied") count += 1;
        else refused.add(row.id);
      } catch (err) {
        ctx.log.warn({ err, backendId: to }, "a file could not be brought home");
        // Down again, or still: what lies here plays, and the next run comes soon.
        if (isStoreDown(err)) return count;
        refused.add(row.id);
      }
    }
    if (rows.length < atOnce) return count;
  }
}
