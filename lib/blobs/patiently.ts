import { setTimeout as sleep } from "node:timers/promises";
import { isAppError } from "@/lib/errors";

const attempts = 5;
const pauseMs = 1_000;
/** What no second try makes better. */
const lasting = new Set(["object_damaged", "key_missing", "backend_unknown", "store_refused"]);

/** A store that is busy or away for a moment, or a cut line, ends nothing. */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!mayPass(error) || attempt === attempts) throw error;
      await sleep(pauseMs * attempt, undefined, { signal }).catch(() => {});
    }
  }
}

function mayPass(error: unknown): boolean {
  if (isAppError(error)) return error.code === "unavailable" && !lasting.has(error.reason);
  // A line that broke while bytes were on it: ECONNRESET and its like.
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(E[A-Z]+|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_\w+)$/.test(code);
}
