import { isAppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import type { Driver } from "./driver";

interface CheckOptions {
  /** Whose files the store's key may be confined to. */
  clientId: string | undefined;
  /** Whether files are recorded there: then it is not made anew. */
  holdsFiles: boolean;
  log?: Log;
}

/**
 * At the start: a store that is set up wrongly ends the process with a sentence that names the
 * variable and the cure. One that only does not answer now may come back; what lies elsewhere
 * plays, so it is only logged, where there is a log.
 */
export async function checkStore(
  driver: Driver,
  { clientId, holdsFiles, log }: CheckOptions,
): Promise<void> {
  try {
    await driver.check?.(clientId, { mayCreate: !holdsFiles });
  } catch (error) {
    if (!log || !isAppError(error) || error.reason !== "store_down") throw named(driver, error);
    log.error(
      { err: error, backendId: driver.backendId },
      `the store does not answer: ${error.message}`,
    );
  }
}

/** A place that was given a name has its variables behind a prefix. */
function named({ backendId, kind }: Driver, error: unknown): unknown {
  if (backendId === kind || !(error instanceof Error)) return error;
  return new Error(`The store "${backendId}": ${error.message}`, { cause: error });
}
