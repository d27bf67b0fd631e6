import { isAppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import type { Driver } from "./driver";

/**
 * At the start: a store that is set up wrongly ends the process with a sentence that names the
 * variable and the cure. One that only does not answer now may come back; what lies elsewhere plays.
 */
export async function checkStore(driver: Driver, log: Log): Promise<void> {
  try {
    await driver.check?.();
  } catch (error) {
    if (!isAppError(error) || error.reason !== "store_down") throw error;
    log.error(
      { err: error, backendId: driver.backendId },
      `the store does not answer: ${error.message}`,
    );
  }
}
