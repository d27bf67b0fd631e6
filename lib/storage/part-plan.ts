import { AppError } from "@/lib/errors";
import type { ArrivedPart, UploadHandle } from "./driver";

const mebibyte = 1024 * 1024;
/** Every request stays under 90 MB, which is what proxies in front of an installation let pass. */
const singlePutMaxBytes = 16 * mebibyte;
const minPartBytes = 8 * mebibyte;
const maxPartBytes = 64 * mebibyte;
// S3's limit, so that one plan fits every backend.
const maxParts = 10_000;

/** undefined: one PUT. All parts are equal but the last, as R2 demands. */
export function partSizeFor(sizeBytes: number, wantedBytes = minPartBytes): number | undefined {
  if (sizeBytes <= Math.max(singlePutMaxBytes, wantedBytes)) return undefined;
  const needed = Math.ceil(sizeBytes / maxParts / mebibyte) * mebibyte;
  if (needed > maxPartBytes) {
    throw new AppError("too_large", `${sizeBytes} bytes do not fit ${maxParts} parts`, {
      reason: "file_too_large",
      params: { maxBytes: maxParts * maxPartBytes },
    });
  }
  return Math.max(wantedBytes, needed);
}

type Plan = Pick<UploadHandle, "sizeBytes" | "partSizeBytes">;

export function partCount({ sizeBytes, partSizeBytes }: Plan): number {
  return partSizeBytes === undefined ? 1 : Math.ceil(sizeBytes / partSizeBytes);
}

/** Where a part lies in the whole. `invalid` for a number that the plan does not have. */
export function partRange(plan: Plan, partNumber: number): { start: number; sizeBytes: number } {
  const count = partCount(plan);
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > count) {
    throw new AppError("invalid", `part ${partNumber} of ${count}`, {
      reason: "part_out_of_range",
      params: { partNumber, partCount: count },
    });
  }
  const size = plan.partSizeBytes ?? plan.sizeBytes;
  const start = (partNumber - 1) * size;
  return { start, sizeBytes: Math.min(size, plan.sizeBytes - start) };
}

/** Every part of the plan, as one says of an upload that has been finished. */
export function allParts(plan: Plan): ArrivedPart[] {
  return Array.from({ length: partCount(plan) }, (_, index) => ({
    partNumber: index + 1,
    sizeBytes: partRange(plan, index + 1).sizeBytes,
  }));
}
