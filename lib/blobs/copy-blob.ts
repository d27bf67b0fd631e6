import { addAbortSignal } from "node:stream";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, isAppError } from "@/lib/errors";
import { type StoredObject, sha256Of } from "@/lib/storage";
import { dropPlacement, dropPlacementLater } from "./drop-placement";
import type { Lying } from "./lying";
import { type ReservedCopy, reserveCopy } from "./reserve-copy";
import { settleCopy } from "./settle-copy";
import { unlimited, verifyPlace } from "./verify-place";

/** `missing`, `damaged`: not what the record says; it stays where it is. `gone`: deleted meanwhile. */
export type CopyOutcome = "copied" | "missing" | "damaged" | "gone";

interface CopyOrder {
  /** The backend where the bytes are to lie as well. */
  to: string;
  /** Whose bytes they are there; by default those of the same file, else of one that equals it. */
  blobId?: string;
  /** The placement whose stead the copy takes; undefined: all stay. */
  replaces: string | undefined;
  signal: AbortSignal;
}

/**
 * Copies the bytes, reads the copy back, compares the hashes, and only then lets everybody read
 * there. What is done to the bytes at rest is undone and done anew, as it is set up now. Cut
 * anywhere, or done by two at once, the same call goes on and nothing is lost.
 */
export async function copyBlob(
  ctx: Context,
  lying: Lying,
  { to, blobId = lying.blobId, replaces, signal }: CopyOrder,
): Promise<CopyOutcome> {
  const copy = await reserveCopy(ctx, { ...lying, blobId }, to);
  if (!copy) return "gone";
  try {
    const stored = await copyBytes(ctx, lying, copy, signal);
    if (typeof stored === "string") {
      await forget(ctx, copy);
      return await wrongOf(ctx, lying, stored, signal);
    }
    await assertReadsBack(ctx, copy, stored.sha256, signal);
    const { storedSizeBytes = stored.sizeBytes } = stored;
    const settled = { ...copy, storedSizeBytes };
    if (await settleCopy(ctx, blobId, settled, replaces)) return "copied";
  } catch (error) {
    // What only this process's end cut off, the next one goes on with.
    if (!signal.aborted) await forget(ctx, copy).catch(() => {});
    throw error;
  }
  await forget(ctx, copy);
  return "gone";
}

async function assertReadsBack(
  ctx: Context,
  { objectKey, ...copy }: ReservedCopy,
  sha256: string,
  signal: AbortSignal,
): Promise<void> {
  const written = await ctx.storage.atStore(copy).get(objectKey);
  if ((await sha256Of(addAbortSignal(signal, written))) === sha256) return;
  throw new AppError("unavailable", `the store "${copy.backendId}" gives back other bytes`, {
    reason: "store_down",
  });
}

/**
 * Looks again, as a line that broke is no damage, and keeps what it finds: what is known to be
 * wrong is not copied again and again.
 */
async function wrongOf(
  ctx: Context,
  lying: Lying,
  seen: "missing" | "damaged",
  signal: AbortSignal,
): Promise<CopyOutcome> {
  if (seen === "missing" && !(await isThere(ctx, lying))) return "gone";
  const verdict = await verifyPlace(ctx, lying, { bytesPerSecond: unlimited, signal });
  return verdict === "missing" || verdict === "damaged" ? verdict : seen;
}

async function copyBytes(
  ctx: Context,
  { objectKey, sizeBytes, sha256, contentType, ...place }: Lying,
  copy: ReservedCopy,
  signal: AbortSignal,
): Promise<StoredObject | "missing" | "damaged"> {
  try {
    const body = addAbortSignal(signal, await ctx.storage.atStore(place).get(objectKey));
    const options = { contentType, sizeBytes: Number(sizeBytes) };
    const stored = await ctx.storage.at(copy).put(copy.objectKey, body, options);
    return sha256 === null || stored.sha256 === sha256 ? stored : "damaged";
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === "not_found") return "missing";
    if (error.reason === "size_mismatch" || error.reason === "object_damaged") return "damaged";
    throw error;
  }
}

/** False: deleted, or moved by somebody else, while it was looked for. */
async function isThere({ db, clientId }: Context, { id }: Lying): Promise<boolean> {
  const row = await db.placement.findFirst({
    where: { clientId, id, state: { not: "DELETING" } },
    select: { blob: { select: { state: true } } },
  });
  return row !== null && row.blob.state !== "DELETING";
}

/** Only what nobody reads: another one who made the same copy may have been faster. */
async function forget(ctx: Context, { id, objectKey, ...place }: ReservedCopy): Promise<void> {
  const { clientId } = ctx;
  await transaction(ctx, async (ctx) => {
    const where = { clientId, id, state: "COPYING" } as const;
    const { count } = await ctx.db.placement.updateMany({ where, data: { state: "DELETING" } });
    if (count > 0) await dropPlacementLater(ctx, id, 0);
  });
  const row = await ctx.db.placement.findFirst({ where: { clientId, id } });
  if (row?.state === "DELETING") await dropPlacement(ctx, id);
  // The file's record took this one along, perhaps before the last bytes were written.
  if (!row) await ctx.storage.at(place).delete(objectKey);
}
