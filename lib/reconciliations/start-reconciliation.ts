import { audit } from "@/lib/audit";
import type { PersonContext } from "@/lib/auth";
import { assertAdministrator } from "@/lib/auth";
import { transaction } from "@/lib/db";
import { findStore } from "@/lib/stores";
import { orderReconciliation } from "./jobs";
import { getReconciliation } from "./list-reconciliations";
import { openRun } from "./open-run";
import type { Reconciliation, StartReconciliation } from "./schema";
import { lockRuns } from "./with-run-lock";

/** Compares a store with its records, soon and by a job; goes on with one that was cut off. */
export async function startReconciliation(
  ctx: PersonContext,
  storeId: string,
  input: StartReconciliation,
): Promise<Reconciliation> {
  assertAdministrator(ctx);
  findStore(ctx, storeId);
  return transaction(ctx, async (ctx) => {
    await lockRuns(ctx, storeId);
    const order = { storeId, ...input };
    const { id, isDryRun, acceptsMany } = await openRun(ctx, order);
    await orderReconciliation(ctx, order);
    await audit(ctx, "store.reconcile_start", storeId, { isDryRun, acceptsMany });
    return getReconciliation(ctx, id);
  });
}
