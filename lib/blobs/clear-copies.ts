import { type BaseContext, jobContext } from "@/lib/context";
import { transaction } from "@/lib/db";
import { dropPlacementLater } from "./drop-placement";

export const clearCopiesJob = "clear-copies";

/** No copy takes as long: whoever began it was ended. */
const leftMs = 24 * 60 * 60 * 1000;

/** Copies that nobody has gone on with. */
export async function clearCopies(ctx: BaseContext): Promise<void> {
  const left = await ctx.db.placement.findMany({
    where: { state: "COPYING", createdAt: { lt: new Date(Date.now() - leftMs) } },
    select: { clientId: true, id: true },
    take: 1_000,
  });
  for (const { clientId, id } of left) {
    await transaction(jobContext(ctx, clearCopiesJob, clientId, ctx.log), async (ctx) => {
      const where = { clientId, id, state: "COPYING" } as const;
      const { count } = await ctx.db.placement.updateMany({ where, data: { state: "DELETING" } });
      if (count > 0) await dropPlacementLater(ctx, id, 0);
    });
  }
}
