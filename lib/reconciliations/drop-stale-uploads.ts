import type { Context } from "@/lib/context";
import { isAppError } from "@/lib/errors";
import { type BegunUpload, type Driver, isOwnKey } from "@/lib/storage";
import { findAwaited } from "./find-referred";
import { noCounts } from "./no-counts";
import type { Run } from "./open-run";
import { saveProgress } from "./save-progress";
import type { Counts } from "./schema";

const atOnce = 100;

/**
 * Parts of uploads that nobody knows of lie at the store unseen, and are paid for. Another
 * program's are left alone. Answers what is still to be counted.
 */
export async function dropStaleUploads(
  ctx: Context,
  driver: Driver,
  run: Run,
  signal: AbortSignal,
): Promise<Counts> {
  let waiting: BegunUpload[] = [];
  let staleUploads = 0;
  const drop = async () => {
    const awaited = await findAwaited(
      ctx,
      waiting.map(({ key }) => key),
    );
    const stale = waiting.filter(({ key }) => !awaited.has(key));
    waiting = [];
    staleUploads += stale.length;
    if (run.isDryRun || stale.length === 0) return;
    for (const upload of stale) {
      signal.throwIfAborted();
      await driver.dropUpload?.(upload);
    }
    // They are not seen a second time, so they are counted now.
    await saveProgress(ctx, run, { counts: { ...noCounts, staleUploads: stale.length } });
    staleUploads = 0;
  };
  try {
    for await (const upload of driver.listUploads?.(ctx.clientId) ?? []) {
      if (!isOwnKey(upload.key) || !(upload.openedAt < run.before)) continue;
      waiting.push(upload);
      if (waiting.length >= atOnce) await drop();
    }
    await drop();
  } catch (error) {
    // A key may read and write objects, and not be let into this list.
    if (!isAppError(error) || error.reason !== "store_refused") throw error;
    ctx.log.warn({ err: error, storeId: run.storeId }, "the store does not tell its open uploads");
  }
  return { ...noCounts, staleUploads };
}
