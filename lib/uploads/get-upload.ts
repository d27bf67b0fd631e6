import { planUpload } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { type ArrivedPart, isStoreDown, partCount, type UploadHandle } from "@/lib/storage";
import { getUploadRow, handleOf, isOpen, isPast, type UploadRow } from "./get-upload-row";
import { relocateUpload } from "./relocate-upload";
import type { UploadProgress } from "./schema";
import { toUpload } from "./to-upload";

/** What has arrived and what to do next, with fresh URLs: after a cut, a reload, a phone's sleep. */
export async function getUpload(ctx: Context, id: string): Promise<UploadProgress> {
  const found = await getUploadRow(ctx, id);
  if (!isOpen(found)) return { ...toUpload(found, { kind: "none" }), arrivedParts: [] };
  const { row, arrivedParts } = await look(ctx, found);
  const driver = ctx.storage.at(row);
  const handle = handleOf(row);
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

/** What has arrived; where the store is down, at another place from now on. */
async function look(ctx: Context, row: UploadRow) {
  try {
    return { row, arrivedParts: await ctx.storage.at(row).listParts(handleOf(row)) };
  } catch (error) {
    const moved = isStoreDown(error) ? await relocateUpload(ctx, row) : undefined;
    if (!moved) throw error;
    return { row: moved, arrivedParts: [] };
  }
}

function missingParts(handle: UploadHandle, arrivedParts: ArrivedPart[]): number[] {
  const arrived = new Set(arrivedParts.map(({ partNumber }) => partNumber));
  const all = Array.from({ length: partCount(handle) }, (_, index) => index + 1);
  return all.filter((partNumber) => !arrived.has(partNumber));
}
