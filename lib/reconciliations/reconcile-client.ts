import { batchesOf } from "@/lib/batches-of";
import type { Context } from "@/lib/context";
import type { Driver } from "@/lib/storage";
import { dropStaleUploads } from "./drop-stale-uploads";
import { judgePairs } from "./judge-pairs";
import type { Run } from "./open-run";
import { pairByKey } from "./pair-by-key";
import { placedKeys } from "./placed-keys";
import { type Progress, saveProgress } from "./save-progress";
import type { Counts } from "./schema";

export interface RunWatcher {
  signal: AbortSignal;
  onCounted?(clientId: string, counts: Counts): void;
}

const pageSize = 1000;

/** Beyond every key of the client: "0" follows "/". */
export function endOf(clientId: string): string {
  return `${clientId}0`;
}

/** Everything of one client's in the store, from the cursor on. */
export async function reconcileClient(
  ctx: Context,
  driver: Driver,
  run: Run,
  watcher: RunWatcher,
): Promise<void> {
  const { clientId } = ctx;
  const after = run.cursorClientId === clientId ? (run.cursorKey ?? undefined) : undefined;
  const pairs = pairByKey(
    driver.list(`${clientId}/`, after),
    placedKeys(ctx, run.storeId, after ?? ""),
  );
  const save = async (progress: Progress) => {
    const counted = await saveProgress(ctx, run, progress);
    watcher.onCounted?.(clientId, counted);
  };
  for await (const page of batchesOf(pairs, pageSize)) {
    watcher.signal.throwIfAborted();
    const judged = await judgePairs(ctx, driver, page, run.before);
    watcher.signal.throwIfAborted();
    const key = page.at(-1)?.key ?? "";
    await save({ ...judged, key });
  }
  const counts = await dropStaleUploads(ctx, driver, run, watcher.signal);
  await save({ counts, key: endOf(clientId) });
}
