import { AppError } from "@/lib/errors";
import type { UploadHandle } from "./driver";

export function uploadIncomplete(partCount: number, arrivedCount: number): AppError {
  return new AppError("precondition_failed", `${arrivedCount} of ${partCount} parts are here`, {
    reason: "upload_incomplete",
    params: { partCount, arrivedCount },
  });
}

export function uploadSizeMismatch(
  { sizeBytes }: Pick<UploadHandle, "sizeBytes">,
  storedBytes: number,
): AppError {
  return new AppError("precondition_failed", `${storedBytes} bytes instead of ${sizeBytes}`, {
    reason: "upload_size_mismatch",
    params: { expectedBytes: sizeBytes, storedBytes },
  });
}

/** The upload was finished or aborted; a part that comes now has no place. */
export function uploadGone(): AppError {
  return new AppError("not_found", "no such open upload", { reason: "upload_gone" });
}

/** A URL that was used already must not replace bytes that may have been verified since. */
export function objectExists(): AppError {
  return new AppError("conflict", "other bytes are stored under this key", {
    reason: "object_exists",
  });
}

/** Of two connections that send the same part, the newer is the one whose sender still listens. */
export function partSuperseded(): AppError {
  return new AppError("conflict", "the part is being sent anew", { reason: "part_superseded" });
}
