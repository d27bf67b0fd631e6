import { createHash } from "node:crypto";
import { addAbortSignal, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Context } from "@/lib/context";
import { AppError, isAppError } from "@/lib/errors";
import type { Driver, StoredObject } from "@/lib/storage";
import { type ReservedCopy, reserveCopy } from "./reserve-copy";
import { settleCopy } from "./settle-copy";

/** Where a file lies, and what its record says of it. */
export interface Lying {
  id: string;
  blobId: string;
  backendId: string;
  objectKey: string;
  storedSizeBytes: bigint;
  sha256: string | null;
  contentType: string;
}

/** `missing`, `damaged`: not what the record says; it stays where it is. `gone`: deleted meanwhile. */
export type MoveOutcome = "moved" | "missing" | "damaged" | "gone";

/**
 * Copies the bytes, reads the copy back, compares the hashes, and only then lets everybody read
 * there. Cut anywhere, the same call goes on.
 */
export async function moveBlob(
  ctx: Context,
  lying: Lying,
  to: Driver,
  signal: AbortSignal,
): Promise<MoveOutcome> {
  const copy = await reserveCopy(ctx, lying, to.backendId);
  const stored = await copyBytes(ctx, lying, to, copy, signal);
  if (typeof stored === "string") {
    await forget(ctx, to, copy);
    return stored;
  }
  const readBack = await sha256Of(await to.get(copy.objectKey), signal);
  if (readBack !== stored.sha256) {
    throw new AppError("unavailable", `the store "${to.backendId}" gives back other bytes`, {
      reason: "store_down",
    });
  }
  if (await settleCopy(ctx, lying, copy)) return "moved";
  await forget(ctx, to, copy);
  return "gone";
}

async function copyBytes(
  ctx: Context,
  { backendId, objectKey, storedSizeBytes, sha256, contentType }: Lying,
  to: Driver,
  copy: ReservedCopy,
  signal: AbortSignal,
): Promise<StoredObject | "missing" | "damaged"> {
  try {
    const body = addAbortSignal(signal, await ctx.storage.backend(backendId).get(objectKey));
    const sizeBytes = Number(storedSizeBytes);
    const stored = await to.put(copy.objectKey, body, { contentType, sizeBytes });
    return sha256 === null || stored.sha256 === sha256 ? stored : "damaged";
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === "not_found") return "missing";
    if (error.reason === "size_mismatch") return "damaged";
    throw error;
  }
}

/** Nobody was told of it yet, so it can go at once. */
async function forget(ctx: Context, to: Driver, { id, objectKey }: ReservedCopy): Promise<void> {
  await to.delete(objectKey);
  await ctx.db.placement.deleteMany({ where: { clientId: ctx.clientId, id, state: "COPYING" } });
}

async function sha256Of(body: Readable, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(body, hash, { signal });
  return hash.digest("hex");
}
