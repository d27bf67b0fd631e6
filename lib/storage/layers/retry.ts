import type { Readable } from "node:stream";
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
} from "cockatiel";
import { type AppError, isAppError } from "@/lib/errors";
import type { Driver, StoreHealth } from "../driver";
import { isOfAnotherStore, isStoreDown, storeDown } from "../store-down";

interface RetryOptions {
  /** How often an operation is tried again; those that carry a body are not. */
  maxRetries: number;
  /** How long one try may take until it answers. */
  timeoutMs: number;
  /** First pause; each is about twice as long as the one before, with jitter. */
  pauseMs?: number;
  /** How long a store that is down is left alone. */
  restMs?: number;
}

/** So many failures in a row, and the store is taken for down. */
const failuresInARow = 5;
const maxPauseMs = 5_000;
/** Putting ten thousand parts together takes a store its time. */
const finishFactor = 10;

/**
 * Tries again what a busy store refused, gives up what it does not answer, and while it is down
 * says so at once instead of letting everybody wait.
 */
export function withRetry<D extends Driver>(
  driver: D,
  { maxRetries, timeoutMs, pauseMs = 200, restMs = 10_000 }: RetryOptions,
): D & { health(): StoreHealth } {
  const { backendId } = driver;
  const isDownHere = (error: unknown) => isStoreDown(error) && !isOfAnotherStore(error, backendId);
  const whenDown = handleWhen(isDownHere);
  const breaker = circuitBreaker(whenDown, {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  // What is left alone is not asked again either: whoever waits would wait for nothing.
  const again = retry(
    handleWhen((error) => isStoreDown(error) && !(error.cause instanceof BrokenCircuitError)),
    {
      maxAttempts: maxRetries,
      backoff: new ExponentialBackoff({ initialDelay: pauseMs, maxDelay: maxPauseMs }),
    },
  );
  const health: StoreHealth = { state: "up", since: new Date(), lastError: undefined };
  let restsUntil = 0;
  breaker.onStateChange((state) => {
    const now = stateOf(state);
    if (now === "down") restsUntil = Date.now() + restMs;
    // While it is tried it is not up yet, and has been down since before.
    if (health.state === "up" || now === "up") health.since = new Date();
    health.state = now;
  });

  const isDown = (cause: BrokenCircuitError) =>
    storeDown(backendId, `is down: ${health.lastError ?? "no answer"}`, cause);

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    // One finds out whether it is back; nobody waits for that one.
    if (health.state === "trying") throw isDown(new BrokenCircuitError());
    try {
      const answered = await breaker.execute(() => answerOf(work, isDownHere));
      if ("refusal" in answered) throw answered.refusal;
      return answered.value;
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw isDown(error);
      if (isStoreDown(error) && isDownHere(error)) health.lastError = error.message;
      throw error;
    }
  }

  function patient<T>(
    work: () => Promise<T>,
    { ms = timeoutMs, onLate }: { ms?: number; onLate?: (late: T) => void } = {},
  ): Promise<T> {
    return again.execute(() => guarded(() => inTime(work, ms, backendId, onLate)));
  }

  return {
    ...driver,
    // Rested: the next one is let through, so those who keep away from what is down may come.
    health: () => ({
      ...health,
      state: health.state === "down" && Date.now() >= restsUntil ? "trying" : health.state,
    }),
    // Refused unread, a body would stay open.
    put: (key, body, options) =>
      guarded(() => driver.put(key, body, options)).finally(() => body.destroy()),
    head: (key) => patient(() => driver.head(key)),
    get: (key, range) =>
      patient(() => driver.get(key, range), { onLate: (late: Readable) => late.destroy() }),
    delete: (key) => patient(() => driver.delete(key)),
    openUpload: (request) => patient(() => driver.openUpload(request)),
    listParts: (upload) => patient(() => driver.listParts(upload)),
    finishUpload: (upload) =>
      patient(() => driver.finishUpload(upload), { ms: timeoutMs * finishFactor }),
    abortUpload: (upload) => patient(() => driver.abortUpload(upload)),
  };
}

/** A definite no is an answer, too: a store that gives one is up. */
async function answerOf<T>(
  work: () => Promise<T>,
  isDown: (error: unknown) => boolean,
): Promise<{ value: T } | { refusal: AppError }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (isAppError(error) && error.code !== "invalid" && !isDown(error)) {
      return { refusal: error };
    }
    throw error;
  }
}

/** What answers too late is put away by `onLate`: nobody waits for it any more. */
function inTime<T>(
  work: () => Promise<T>,
  ms: number,
  backendId: string,
  onLate?: (late: T) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(storeDown(backendId, `no answer within ${ms} ms`));
    }, ms);
    work().then(
      (answer) => {
        clearTimeout(timer);
        if (isLate) onLate?.(answer);
        else resolve(answer);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

function stateOf(state: CircuitState): StoreHealth["state"] {
  switch (state) {
    case CircuitState.Closed:
      return "up";
    case CircuitState.HalfOpen:
      return "trying";
    case CircuitState.Open:
    case CircuitState.Isolated:
      return "down";
  }
}
