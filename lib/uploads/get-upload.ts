import { planUpload } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { type ArrivedPart, partCount, type UploadHandle } from "@/lib/storage";
import { getUploadRow, handleOf, isOpen, isPast } from "./get-upload-row";
import type { UploadProgress } from "./schema";
import { toUpload } from "./to-upload";

/** What has arrived and what to do next, with fresh URLs: after a cut, a reload, a phone's sleep. */
export async function getUpload(ctx: Context, id: string): Promise<UploadProgress> {
  const row = await getUploadRow(ctx, id);
  if (!isOpen(row)) return { ...toUpload(row, { kind: "none" }), arrivedParts: [] };
  const driver = ctx.storage.at(row);
  const handle = handleOf(row);
  const arrivedParts = await driver.listParts(handle);
  const missing = missingParts(handle, arrivedParts);
  // What has arrived can still be completed; for the rest no URL would be good any more.
  if (missing.length > 0 && isPast(row.expiresAt)) {
    return { ...toUpload({ ...row, state: "EXPIRED" }, { kind: "none" }), arrivedParts };
  }
  const plan =
    handle.partSizeBytes === undefined && missing.length === 0
      ? ({ kind: "none" } as const)
      : await planUpload(driver, handle, missing);
  return { ...toUpload(row, plan), arrivedParts };
}

function missingParts(handle: UploadHandle, arrivedParts: ArrivedPart[]): number[] {
  const arrived = new Set(arrivedParts.map(({ partNumber }) => partNumber));
  const all = Array.from({ length: partCount(handle) }, (_, index) => index + 1);
  return all.filter((partNumber) => !arrived.has(partNumber));
}
