import { AppError, isAppError, notFound } from "@/lib/errors";

interface GcsFailure {
  name: string;
  message: string;
  /** The status of the answer, or what Node says of a network. */
  code?: number | string;
}

/** What the store said, in our codes. A store that refuses us is no fault of who asked. */
export function gcsError(error: unknown, backendId: string): unknown {
  if (isAppError(error) || !(error instanceof Error)) return error;
  const failure: GcsFailure = error;
  const status = statusOf(failure);
  const told = (reason: string) =>
    new AppError("unavailable", `the store "${backendId}": ${wordOf(failure)}`, {
      ...{ reason, cause: bare(failure), params: { backendId } },
      retryAfterSeconds: 5,
    });
  if (status === 404)
    return isBucketMissing(failure) ? told("store_bucket_missing") : notFound("object");
  if (status === 401 || status === 403) return told("store_refused");
  if (status !== undefined && (status >= 500 || status === 429 || status === 408)) {
    return told("store_down");
  }
  if (status === undefined && isOfNetwork(failure)) return told("store_down");
  return status === undefined ? error : bare(failure);
}

export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const status = Number(error.code);
  return Number.isInteger(status) ? status : undefined;
}

/** An answer of the XML interface that is no success, as the library would tell it. */
export function answerError(status: number, body: string): Error {
  const word = /<Code>([^<]+)<\/Code>/.exec(body)?.[1] ?? `status ${status}`;
  return Object.assign(new Error(word), { name: word, code: status });
}

export function isBucketMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, message } = error;
  return name === "NoSuchBucket" || /bucket does not exist/i.test(message);
}

function isOfNetwork({ name, code, message }: GcsFailure): boolean {
  if (typeof code === "string" && /^(E[A-Z]+|UND_ERR_)/.test(code)) return true;
  return (
    name === "TimeoutError" ||
    /fetch failed|socket hang up|network|timed? ?out|aborted/i.test(message)
  );
}

function wordOf({ name, message, code }: GcsFailure): string {
  if (typeof code === "string" && Number.isNaN(Number(code))) return code;
  return name === "Error" ? message.slice(0, 200) : name;
}

/** The library's errors hold the whole request, with the token that it was sent with. */
function bare({ name, message, code }: GcsFailure): Error {
  return Object.assign(new Error(message), { name, ...(code === undefined ? {} : { code }) });
}
