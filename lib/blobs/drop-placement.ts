import type { Context } from "@/lib/context";
import { enqueue } from "@/lib/jobs";

export const dropPlacementJob = "drop-placement";

/** URLs that lead to the old place live no longer than this. */
export const urlLifeMs = 60 * 60 * 1000;

/** In the transaction that has marked the place DELETING. */
export async function dropPlacementLater(
  ctx: Context,
  placementId: string,
  delayMs = urlLifeMs,
): Promise<void> {
  const runAt = new Date(Date.now() + delayMs);
  const payload = { clientId: ctx.clientId, placementId };
  await enqueue(ctx, dropPlacementJob, payload, { runAt, maxAttempts: 25 });
}

/** Deletes the bytes of a place that nobody reads from any more, then what we know of it. */
export async function dropPlacement(ctx: Context, id: string): Promise<void> {
  const { clientId } = ctx;
  const place = await ctx.db.placement.findFirst({ where: { clientId, id, state: "DELETING" } });
  if (!place) return;
  await ctx.storage.at(place).delete(place.objectKey);
  await ctx.db.placement.deleteMany({ where: { clientId, id, state: "DELETING" } });
}
