/** What a caller may be told. Anything that is not an AppError is a bug and is answered as `internal`. */
export const errorCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "precondition_failed",
  "too_large",
  "rate_limited",
  "quota_exceeded",
  "unavailable",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

interface AppErrorOptions {
  cause?: unknown;
  /** Finer than the code, and the key of the sentence for people: `problems.<reason>` in lib/i18n. */
  reason?: string;
  /** Values for that sentence, and for programs. */
  params?: Record<string, string | number>;
  /** For `rate_limited` and `unavailable`: when to come again. */
  retryAfterSeconds?: number;
}

// Next's bundle and the server's hold two copies of this class, so instanceof cannot be trusted.
const brand = Symbol.for("vitrine.app-error");

export class AppError extends Error {
  readonly [brand] = true;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly params: Record<string, string | number>;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.reason = options.reason ?? code;
    this.params = options.params ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export function isAppError(error: unknown): error is AppError {
  return typeof error === "object" && error !== null && brand in error;
}

export function notFound(noun: string): AppError {
  return new AppError("not_found", `${noun} not found`);
}
