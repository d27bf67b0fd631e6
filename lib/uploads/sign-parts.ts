import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { getUploadRow, handleOf, isOpen, isPast, uploadGone } from "./get-upload-row";
import type { SignedUpload } from "./schema";

/** Fresh URLs for parts: the first answer carries only some, and URLs grow old. */
export async function signParts(
  ctx: Context,
  id: string,
  partNumbers: readonly number[],
): Promise<{ requests: SignedUpload[] }> {
  const row = await getUploadRow(ctx, id);
  if (!isOpen(row) || isPast(row.expiresAt)) throw uploadGone();
  const handle = handleOf(row);
  if (handle.partSizeBytes === undefined) {
    throw new AppError("invalid", "this upload is one PUT", {
      reason: "part_out_of_range",
      params: { partNumber: partNumbers[0] ?? 0, partCount: 0 },
    });
  }
  return { requests: await ctx.storage.at(row).signParts(handle, partNumbers) };
}
