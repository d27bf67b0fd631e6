import { AppError, isAppError } from "@/lib/errors";

/** The store does not answer: no network, silence, 5xx. Never a definite answer. */
export function isStoreDown(error: unknown): error is AppError {
  return isAppError(error) && error.code === "unavailable" && error.reason === "store_down";
}

/** A body may come from another store, and break off with that one's error. */
export function isOfAnotherStore(error: unknown, backendId: string): boolean {
  if (!isAppError(error)) return false;
  const { backendId: named = backendId } = error.params;
  return named !== backendId;
}

export function storeDown(backendId: string, word: string, cause?: unknown): AppError {
  return new AppError("unavailable", `the store "${backendId}": ${word}`, {
    ...{ reason: "store_down", cause, params: { backendId } },
    retryAfterSeconds: 5,
  });
}
