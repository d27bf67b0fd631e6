import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { isAppError } from "@/lib/errors";
import type { Lying } from "./lying";

/** `unread`: the store does not answer now, which says nothing of the file. */
export type Verdict = "right" | "missing" | "damaged" | "unread";

interface Reading {
  /** No faster than this, as others use the store too; Infinity: as fast as it goes. */
  bytesPerSecond: number;
  signal: AbortSignal;
}

/** Reads the bytes of a place and compares them with what its record says; keeps what was found. */
export async function verifyPlace(ctx: Context, lying: Lying, reading: Reading): Promise<Verdict> {
  const verdict = await judge(ctx, lying, reading);
  const { clientId } = ctx;
  const where = { clientId, id: lying.id, state: "PRESENT" } as const;
  if (verdict === "right") {
    await ctx.db.placement.updateMany({ where, data: { verifiedAt: new Date(), problem: null } });
  } else if (verdict !== "unread") {
    await tell(ctx, lying, verdict);
  }
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
    for await (const chunk of await ctx.storage.atStore(place).get(objectKey)) {
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

/**
 * Where another place has the bytes nobody reads this one any more, and it is healed from there.
 * The only one stays as it is: what it has is all there is.
 */
function tell(ctx: Context, { id, blobId, backendId }: Lying, problem: "missing" | "damaged") {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    // Both of two places must not be taken for the other's rescue.
    await ctx.db.$queryRaw`
      select 1 from blobs where client_id = ${clientId} and id = ${blobId}::uuid for update`;
    const others = await ctx.db.placement.count({
      where: {
        ...{ clientId, blobId, state: "PRESENT", problem: null, id: { not: id } },
        backendId: { in: ctx.storage.drivers.map(({ backendId }) => backendId) },
      },
    });
    const { count } = await ctx.db.placement.updateMany({
      where: { clientId, id, state: "PRESENT" },
      data: { problem, verifiedAt: new Date(), ...(others > 0 ? { state: "DAMAGED" } : {}) },
    });
    if (count > 0) await audit(ctx, "file.damaged", blobId, { problem, backendId });
  });
}
