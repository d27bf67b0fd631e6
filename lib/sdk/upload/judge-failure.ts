import { TransportError, type TransportFailure } from "./transport";
import type { UploadFailure, UploadFailureReason } from "./upload-item";

/** A network without an answer, a busy server, an error of the server: worth another try. */
export function isTransient(error: unknown): error is TransportError {
  if (!(error instanceof TransportError)) return false;
  const { kind, status = 0, reason } = error.failure;
  if (kind === "network") return true;
  if (kind !== "refused" || isFull(error.failure)) return false;
  // Two connections carried the same part; the server kept neither, or the other one.
  if (reason === "part_superseded") return true;
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

export function isStaleUrl(error: unknown): boolean {
  return error instanceof TransportError && error.failure.kind === "stale";
}

/** The place for the bytes does not take them; the server may know another one. */
export function isUnreachable(error: unknown): boolean {
  return isTransient(error) && error.failure.reason !== "part_superseded";
}

/** An earlier try did arrive; only its answer was lost. */
export function hasArrived(error: unknown): boolean {
  if (!(error instanceof TransportError)) return false;
  const { reason, status, code } = error.failure;
  // A bucket says 412 without a word of ours: its URL allows only the first.
  return reason === "object_exists" || (status === 412 && code === undefined);
}

export function isIncomplete(error: unknown): boolean {
  return error instanceof TransportError && error.failure.reason === "upload_incomplete";
}

/** What to tell the person. */
export function judgeFailure(error: unknown): UploadFailure {
  if (!(error instanceof TransportError)) return { reason: "server" };
  const { detail } = error.failure;
  return { reason: reasonOf(error.failure), ...(detail ? { detail } : {}) };
}

function reasonOf(failure: TransportFailure): UploadFailureReason {
  if (failure.kind === "network") return "network";
  if (failure.kind === "unreadable") return "file_changed";
  if (failure.reason === "quota_file") return "over_file_limit";
  if (failure.code === "quota_exceeded") return "over_quota";
  if (isFull(failure)) return "no_space";
  // The file has shrunk or grown since it was chosen.
  if (/^(upload_)?size_mismatch$/.test(failure.reason ?? "")) return "file_changed";
  if (failure.reason === "upload_gone") return "removed";
  switch (failure.code) {
    case "too_large":
      return "too_large";
    case "forbidden":
      return "not_allowed";
    case "unauthenticated":
      return "signed_out";
    case "not_found":
    case "precondition_failed":
      return "removed";
    case "rate_limited":
    case "unavailable":
      return "busy";
    case "invalid":
      return failure.reason === "invalid" ? "bad_name" : "server";
    default:
      return failure.status === 413 ? "too_large" : "server";
  }
}

function isFull({ code, reason, status }: TransportFailure): boolean {
  return code === "quota_exceeded" || status === 507 || /disk_full|no_space/.test(reason ?? "");
}
