import { type BaseContext, type Context, jobContext } from "@/lib/context";
import { isAppError } from "@/lib/errors";
import type { Driver } from "@/lib/storage";
import { findStore, nobody } from "@/lib/stores";
import { assertAnswers } from "./assert-answers";
import { finishRun } from "./finish-run";
import { type Order, openRun, type Run } from "./open-run";
import { endOf, type RunWatcher, reconcileClient } from "./reconcile-client";
import { withRunLock } from "./with-run-lock";

interface StoreWatcher extends RunWatcher {
  onStart?(run: Run): void;
}

/**
 * Compares everything in a store with the records, client by client. Cut off anywhere, by a kill or
 * by a store that does not answer, the next call of the same order goes on from there. Answers the
 * run's id.
 */
export async function reconcileStore(
  ctx: BaseContext,
  order: Order,
  watcher: StoreWatcher,
): Promise<string> {
  const driver = findStore(ctx, order.storeId);
  return withRunLock(ctx, order.storeId, async () => {
    const run = await openRun(ctx, order);
    watcher.onStart?.(run);
    try {
      for (const clientId of await clientsFrom(ctx, run)) {
        watcher.signal.throwIfAborted();
        const mine = jobContext(ctx, "reconcile", clientId, ctx.log);
        if (await hasPlace(mine, driver)) await reconcileClient(mine, driver, run, watcher);
      }
      await finishRun(ctx, run);
    } catch (error) {
      await breakOff(ctx, run, watcher.signal.aborted ? "STOPPED" : "FAILED", error);
      throw error;
    }
    return run.id;
  });
}

/** In an order that stays the same; those that are done already are left out. */
async function clientsFrom({ db }: BaseContext, run: Run): Promise<string[]> {
  const clients = await db.client.findMany({ select: { id: true } });
  const ids = [...clients.map(({ id }) => id), nobody].sort();
  const { cursorClientId: at, cursorKey } = run;
  if (at === null) return ids;
  return ids.filter((id) => id > at || (id === at && cursorKey !== endOf(id)));
}

/** Where each client has a bucket, one without files may have none yet. */
async function hasPlace(ctx: Context, driver: Driver): Promise<boolean> {
  const { clientId } = ctx;
  try {
    await assertAnswers(ctx, driver, clientId);
    return true;
  } catch (error) {
    if (!isAppError(error) || error.reason !== "store_bucket_missing") throw error;
    const where = { clientId, backendId: driver.backendId };
    if (await ctx.db.placement.findFirst({ where, select: { id: true } })) throw error;
    return false;
  }
}

/** The cursor stays where it is. */
async function breakOff(
  { db }: BaseContext,
  { id }: Run,
  state: "STOPPED" | "FAILED",
  error: unknown,
): Promise<void> {
  const reason = isAppError(error) ? error.reason : "internal";
  await db.reconciliation.updateMany({
    where: { id, state: "RUNNING" },
    data: { state, finishedAt: new Date(), reason: state === "FAILED" ? reason : null },
  });
}
