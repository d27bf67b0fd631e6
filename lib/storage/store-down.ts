import { AppError, isAppError } from "@/lib/errors";

/** The store does not answer: no network, silence, 5xx. Never a definite answer. */
export function isStoreDown(error: unknown): error is AppError {
  return isAppError(error) && error.code === "unavailable" && error.reason === "store_down";
}

export function storeDown(backendId: string, word: string, cause?: unknown): AppError {
  return new AppError("unavailable", `the store "${backendId}": ${word}`, {
    ...{ reason: "store_down", cause, params: { backendId } },
    retryAfterSeconds: 5,
  });
}
