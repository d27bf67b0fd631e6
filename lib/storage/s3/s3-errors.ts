import { AppError, isAppError, notFound } from "@/lib/errors";

interface S3Failure {
  name: string;
  message: string;
  $metadata?: { httpStatusCode?: number };
}

const isMissing = new Set(["NoSuchKey", "NotFound"]);
/** Refusals that some stores call a bad request, and keys that nobody offers. */
const isRefused = new Set([
  ...["ExpiredToken", "InvalidToken", "TokenRefreshRequired", "CredentialsProviderError"],
]);

/** What the store said, in our codes. A store that refuses us is no fault of who asked. */
export function storeError(error: unknown, backendId: string): unknown {
  if (!isFailure(error)) return error;
  const { name, $metadata } = error;
  const status = $metadata?.httpStatusCode;
  if (isMissing.has(name)) return notFound("object");
  const told = (reason: string) =>
    new AppError("unavailable", `the store "${backendId}": ${wordOf(error)}`, {
      ...{ reason, cause: bare(error), params: { backendId } },
      retryAfterSeconds: 5,
    });
  if (name === "NoSuchBucket") return told("store_bucket_missing");
  if (name === "RequestTimeTooSkewed") return told("store_clock");
  if (status === 401 || status === 403 || isRefused.has(name)) return told("store_refused");
  if (status === undefined || status >= 500 || status === 429) return told("store_down");
  return bare(error);
}

/** A network's failures have a code (ECONNREFUSED) and no name of their own. */
function wordOf({ name, ...rest }: S3Failure): string {
  const code = "code" in rest && typeof rest.code === "string" ? rest.code : undefined;
  return name === "Error" && code ? code : name;
}

/** The SDK's errors hold the whole request and answer, with what signs them; a log must not. */
function bare({ name, message, $metadata }: S3Failure): Error {
  const status = $metadata?.httpStatusCode;
  return Object.assign(new Error(message), { name, ...(status ? { status } : {}) });
}

export function isNamed(error: unknown, ...names: string[]): boolean {
  return isFailure(error) && names.includes(error.name);
}

export function statusOf(error: unknown): number | undefined {
  return isFailure(error) ? error.$metadata?.httpStatusCode : undefined;
}

const ownNames = new Set(["TimeoutError", "CredentialsProviderError"]);

/** The SDK's own, and what Node says of a network. */
function isFailure(error: unknown): error is S3Failure {
  if (isAppError(error) || !(error instanceof Error)) return false;
  const marks = ["$metadata", "code", "errno"];
  return marks.some((mark) => mark in error) || ownNames.has(error.name);
}
