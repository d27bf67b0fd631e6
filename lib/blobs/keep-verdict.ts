import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import type { Lying } from "./lying";
import { healOthers, readable } from "./sound";

/** Its bytes are what the record says: whoever was told otherwise before reads there again. */
export async function keepRight(ctx: Context, lying: Lying): Promise<void> {
  const { id, blobId, backendId } = lying;
  const { clientId } = ctx;
  const { count } = await ctx.db.placement.updateMany({
    where: { clientId, id, state: "PRESENT", problem: null },
    data: { verifiedAt: new Date() },
  });
  if (count > 0) return;
  // Whoever read it meanwhile may have kept what was there.
  ctx.storage.forget(lying, lying.objectKey);
  await transaction(ctx, async (ctx) => {
    await lockBlob(ctx, blobId);
    const { count } = await ctx.db.placement.updateMany({
      where: { clientId, id, state: readable },
      data: { state: "PRESENT", problem: null, healAfter: null, verifiedAt: new Date() },
    });
    if (count === 0) return;
    await healOthers(ctx, blobId, id);
    await audit(ctx, "file.recovered", blobId, { backendId });
  });
}

/**
 * Where another place has the bytes nobody reads this one any more, and it is healed from there.
 * The only one stays as it is: what it has is all there is.
 */
export function keepProblem(
  ctx: Context,
  { id, blobId, backendId }: Lying,
  problem: "missing" | "damaged",
): Promise<void> {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    // Both of two places must not be taken for the other's rescue.
    await lockBlob(ctx, blobId);
    const known = await ctx.db.placement.findFirst({
      where: { clientId, id, state: readable },
      select: { problem: true },
    });
    if (!known) return;
    const others = await ctx.db.placement.count({
      where: {
        ...{ clientId, blobId, state: "PRESENT", problem: null, id: { not: id } },
        backendId: { in: ctx.storage.drivers.map(({ backendId }) => backendId) },
      },
    });
    await ctx.db.placement.updateMany({
      where: { clientId, id, state: readable },
      data: { problem, verifiedAt: new Date(), ...(others > 0 ? { state: "DAMAGED" } : {}) },
    });
    // What is read again each day is told once.
    if (known.problem !== problem) await audit(ctx, "file.damaged", blobId, { problem, backendId });
  });
}

async function lockBlob(ctx: Context, blobId: string): Promise<void> {
  await ctx.db.$queryRaw`
    select 1 from blobs where client_id = ${ctx.clientId} and id = ${blobId}::uuid for update`;
}
