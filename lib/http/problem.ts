import { ZodError } from "zod";
import { type ErrorCode, isAppError } from "@/lib/errors";
import { localeOf, sentence } from "@/lib/i18n";
import type { Log } from "@/lib/log";

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

/** RFC 9457, with a code for programs and a sentence for people in their language. */
export function problem(error: unknown, request: Request, requestId: string, log: Log): Response {
  const locale = localeOf(request.headers);
  const headers = new Headers({
    "content-type": "application/problem+json",
    "content-language": locale,
    "cache-control": "no-store",
  });
  const body: Record<string, unknown> = { type: "about:blank", requestId };
  let status = 500;

  if (error instanceof ZodError) {
    status = 400;
    Object.assign(body, { code: "invalid", reason: "invalid", errors: fieldsOf(error) });
  } else if (isAppError(error)) {
    status = statusOf[error.code];
    Object.assign(body, { code: error.code, reason: error.reason, params: error.params });
    if (error.retryAfterSeconds !== undefined) {
      headers.set("retry-after", String(Math.max(1, Math.ceil(error.retryAfterSeconds))));
    }
    if (status >= 500) log.warn({ err: error, requestId }, "unavailable");
  } else {
    log.error({ err: error, requestId }, "unexpected error");
    Object.assign(body, { code: "internal", reason: "internal" });
  }
  body.status = status;
  body.title = sentence(locale, `problems.${body.code}`);
  body.detail = sentence(
    locale,
    `problems.${body.reason}`,
    body.params as Record<string, string | number>,
  );
  return new Response(JSON.stringify(body), { status, headers });
}

function fieldsOf(error: ZodError) {
  return error.issues.map((issue) => ({
    path: issue.path.join("."),
    code: issue.code,
    message: issue.message,
  }));
}
