import { backoffMs } from "./backoff";
import { isTransient } from "./judge-failure";
import type { UploadEnv } from "./upload-env";
import type { WaitingFor } from "./upload-item";

export interface Attempts {
  signal: AbortSignal;
  onWaiting(waitingFor: WaitingFor): void;
  /** Counts up while bytes arrive: failures with progress between them are no series. */
  progress?: () => number;
  /** How often it may fail in a row. */
  most?: number;
}

export const maxAttempts = 7;

// A shop's LAN without internet counts as offline in some browsers; our server may still be there.
const lookAgainMs = 15_000;

/**
 * Repeats what fails for a passing reason. Without a connection it waits for one, however long;
 * that costs no attempt.
 */
export async function withRetries<T>(
  env: Pick<UploadEnv, "clock" | "connection" | "random">,
  { signal, onWaiting, progress = () => 0, most = maxAttempts }: Attempts,
  run: () => Promise<T>,
): Promise<T> {
  let failures = 0;
  let reached = progress();
  for (;;) {
    try {
      signal.throwIfAborted();
      return await run();
    } catch (error) {
      signal.throwIfAborted();
      if (!isTransient(error)) throw error;
      if (error.failure.kind === "network" && !env.connection.isOnline()) {
        onWaiting("connection");
        await pause(env, signal, lookAgainMs);
        failures = 0;
        continue;
      }
      if (progress() > reached) failures = 0;
      reached = progress();
      failures += 1;
      if (failures >= most) throw error;
      onWaiting(error.failure.reason === "store_down" ? "storage" : "retry");
      await pause(env, signal, backoffMs(failures - 1, env.random, error.failure.retryAfterMs));
    }
  }
}

// A connection that comes back ends the wait: nobody looks at a countdown with full bars.
async function pause(
  { clock, connection }: Pick<UploadEnv, "clock" | "connection">,
  signal: AbortSignal,
  ms: number,
): Promise<void> {
  const over = new AbortController();
  const back = connection.untilOnline(AbortSignal.any([signal, over.signal]));
  back.catch(() => {});
  try {
    await clock.sleep(ms, signal, back);
  } finally {
    over.abort();
  }
}
