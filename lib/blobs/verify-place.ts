import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "@/lib/context";
import { isAppError } from "@/lib/errors";
import { keepProblem, keepRight } from "./keep-verdict";
import type { Lying } from "./lying";

/** `unread`: the store does not answer now, which says nothing of the file. */
export type Verdict = "right" | "missing" | "damaged" | "unread";

export const unlimited = Number.POSITIVE_INFINITY;

interface Reading {
  /** No faster than this, as others use the store too. */
  bytesPerSecond: number;
  signal: AbortSignal;
}

/** Reads the bytes of a place and compares them with what its record says; keeps what was found. */
export async function verifyPlace(ctx: Context, lying: Lying, reading: Reading): Promise<Verdict> {
  const verdict = await judge(ctx, lying, reading);
  if (verdict === "right") await keepRight(ctx, lying);
  else if (verdict !== "unread") await keepProblem(ctx, lying, verdict);
  return verdict;
}

async function judge(
  ctx: Context,
  { objectKey, sizeBytes, sha256, ...place }: Lying,
  { bytesPerSecond, signal }: Reading,
): Promise<Verdict> {
  const began = performance.now();
  const hash = createHash("sha256");
  let seen = 0;
  try {
    const driver = ctx.storage.atStore(place);
    // What is cut off, or not there, shows without reading it.
    const head = await driver.head(objectKey);
    if (BigInt(head.sizeBytes) !== sizeBytes) return "damaged";
    for await (const chunk of await driver.get(objectKey)) {
      signal.throwIfAborted();
      hash.update(chunk);
      seen += chunk.length;
      const aheadMs = (seen / bytesPerSecond) * 1000 - (performance.now() - began);
      if (aheadMs > 20) await sleep(aheadMs, undefined, { signal });
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!isAppError(error)) return "unread";
    if (error.code === "not_found") return "missing";
    return error.reason === "object_damaged" ? "damaged" : "unread";
  }
  const isRight = BigInt(seen) === sizeBytes && (sha256 === null || hash.digest("hex") === sha256);
  return isRight ? "right" : "damaged";
}
