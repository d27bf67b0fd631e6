import { type ErrorCode, isAppError } from "@/lib/errors";
import type { HeaderReader } from "@/lib/header-reader";
import { localeOf, sentence } from "@/lib/i18n";
import type { Log } from "@/lib/log";
import type { Answer } from "./answer";
import { BadInput } from "./parse-input";

const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  rate_limited: 429,
  quota_exceeded: 402,
  unavailable: 503,
};

interface Problem {
  status: number;
  code: ErrorCode | "internal";
  /** The key of the sentence for people. */
  reason: string;
  params?: Record<string, string | number>;
  errors?: { path: string; code: string; message: string }[];
  retryAfterSeconds?: number | undefined;
}

/** Anything thrown as an RFC 9457 document. What nobody expected is logged and says little. */
export function problemAnswer(
  error: unknown,
  headers: HeaderReader,
  requestId: string,
  log: Log,
): Answer {
  if (error instanceof BadInput) {
    const errors = fieldsOf(error);
    return problem({ status: 400, code: "invalid", reason: "invalid", errors }, headers, requestId);
  }
  if (isAppError(error)) {
    const { code, reason, params, retryAfterSeconds } = error;
    const status = statusOf[code];
    if (status >= 500) log.warn({ err: error, requestId }, "unavailable");
    return problem({ status, code, reason, params, retryAfterSeconds }, headers, requestId);
  }
  log.error({ err: error, requestId }, "unexpected error");
  return problem({ status: 500, code: "internal", reason: "internal" }, headers, requestId);
}

/** With a code for programs and a sentence for people, in their language. */
export function problem(
  { retryAfterSeconds, ...document }: Problem,
  headers: HeaderReader,
  requestId: string,
): Answer {
  const locale = localeOf(headers);
  const title = sentence(locale, `problems.${document.code}`);
  const detail = sentence(locale, `problems.${document.reason}`, document.params);
  return {
    status: document.status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": locale,
      "cache-control": "no-store",
      ...(retryAfterSeconds !== undefined && {
        "retry-after": String(Math.max(1, Math.ceil(retryAfterSeconds))),
      }),
    },
    body: JSON.stringify({ type: "about:blank", title, detail, ...document, requestId }),
  };
}

function fieldsOf({ issues }: BadInput) {
  return issues.map((issue) => ({
    path: issue.path.join("."),
    code: issue.code,
    message: issue.message,
  }));
}
