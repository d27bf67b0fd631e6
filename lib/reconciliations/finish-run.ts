import { audit } from "@/lib/audit";
import type { BaseContext } from "@/lib/context";
import { transaction } from "@/lib/db";
import { sumOf } from "./no-counts";
import type { Run } from "./open-run";
import type { Counts } from "./schema";
import { toCounts } from "./to-counts";

const quarantineDays = 7;
const keptDays = 90;
/** Among others that are in order. */
const fewOrphans = 20;
const plausibleShare = 0.1;

/** What was not seen any more is over; what is orphaned goes into quarantine. */
export function finishRun(ctx: BaseContext, run: Run): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const { db } = ctx;
    const rows = await db.reconciliationCount.findMany({ where: { reconciliationId: run.id } });
    const total = sumOf(rows.map(toCounts));
    await db.$executeRaw`
      update storage_findings set state = 'RESOLVED', resolved_at = now(), delete_after = null
      where backend_id = ${run.storeId} and state in ('OPEN', 'QUARANTINED', 'KEPT')
        and seen_by_id <> ${run.id}::uuid`;
    const isHeld = !run.acceptsMany && !isPlausible(total);
    if (!run.isDryRun && !isHeld) await quarantine(ctx, run);
    const reason = isHeld ? "too_many_orphans" : null;
    await db.reconciliation.update({
      where: { id: run.id },
      data: { state: "DONE", finishedAt: new Date(), reason },
    });
    const { orphans, missing, damaged, staleUploads } = total;
    const detail = { isDryRun: run.isDryRun, orphans, missing, damaged, staleUploads };
    await audit(ctx, "store.reconcile", run.storeId, { ...detail, reason });
    await forgetOld(ctx, run);
  });
}

/**
 * When much is orphaned at once, or most of what is there, it is rather the records that are wrong:
 * a database was restored from long ago, or another installation keeps its files in the same
 * bucket. A person decides.
 */
function isPlausible({ orphans, objects, foreign }: Counts): boolean {
  const own = objects - foreign;
  return orphans <= own / 2 && orphans <= Math.max(fewOrphans, own * plausibleShare);
}

async function quarantine({ db }: BaseContext, { id, storeId }: Run): Promise<void> {
  await db.$executeRaw`
    update storage_findings
    set state = 'QUARANTINED', delete_after = now() + make_interval(days => ${quarantineDays}::int)
    where backend_id = ${storeId} and kind = 'ORPHAN' and state = 'OPEN'
      and seen_by_id = ${id}::uuid`;
}

async function forgetOld({ db }: BaseContext, { storeId: backendId }: Run): Promise<void> {
  const before = new Date(Date.now() - keptDays * 24 * 60 * 60 * 1000);
  await db.reconciliation.deleteMany({ where: { backendId, startedAt: { lt: before } } });
  await db.storageFinding.deleteMany({ where: { backendId, resolvedAt: { lt: before } } });
}
