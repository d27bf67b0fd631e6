import { z } from "zod";
import type { BaseContext } from "@/lib/context";
import { isAppError } from "@/lib/errors";
import { enqueue, type Jobs, unlessStopped } from "@/lib/jobs";
import { emptyQuarantine } from "./empty-quarantine";
import type { Order } from "./open-run";
import { reconcileStore } from "./reconcile-store";
import { StartReconciliation } from "./schema";

const reconcileJob = "reconcile-store";
const reconcileAllJob = "reconcile-stores";
const emptyQuarantineJob = "empty-quarantine";

const Payload = StartReconciliation.extend({ storeId: z.string() });

/** Another comparison of it is under way, or the store is configured no more. */
const isOver = new Set(["reconciliation_runs", "reconciliation_over", "not_found"]);

/** One after the other, so that large stores leave room for other jobs. */
export async function orderReconciliation(ctx: BaseContext, order: Order): Promise<void> {
  const jobKey = `${reconcileJob}:${order.storeId}`;
  await enqueue(ctx, reconcileJob, { ...order }, { jobKey, queueName: reconcileJob });
}

/** The jobs that this noun handles. */
export function reconciliationJobs(base: () => BaseContext): Jobs {
  return {
    async [reconcileAllJob]() {
      const ctx = base();
      for (const { backendId: storeId } of ctx.storage.drivers) {
        await orderReconciliation(ctx, { storeId });
      }
    },

    async [reconcileJob](payload, { log, ...run }) {
      const order = Payload.parse(payload);
      const ctx = { ...base(), log };
      const { signal } = run;
      await unlessStopped(
        run,
        async () => {
          await reconcileStore(ctx, order, { signal }).catch((error) => {
            if (!isAppError(error) || !isOver.has(error.reason)) throw error;
            log.info({ storeId: order.storeId, reason: error.reason }, "no comparison");
          });
        },
        () => orderReconciliation(ctx, order),
      );
    },

    async [emptyQuarantineJob](_, { signal, log }) {
      await emptyQuarantine({ ...base(), log }, signal);
    },
  };
}

/** Cron lines in UTC: at night, when nobody waits for the disk. */
export const reconciliationSchedule = [
  `43 1 * * * ${reconcileAllJob}`,
  `13 5 * * * ${emptyQuarantineJob}`,
].join("\n");
