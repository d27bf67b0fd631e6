import { type BaseContext, jobContext } from "@/lib/context";
import { transaction } from "@/lib/db";
import { dropPlacementLater } from "./drop-placement";

/** Copies that an earlier move to another store has left unfinished. */
export async function clearCopies(ctx: BaseContext, to: string): Promise<void> {
  const left = await ctx.db.placement.findMany({
    where: { state: "COPYING", backendId: { not: to } },
    select: { clientId: true, id: true },
  });
  for (const { clientId, id } of left) {
    await transaction(jobContext(ctx, "clear-copies", clientId, ctx.log), async (ctx) => {
      const where = { clientId, id, state: "COPYING" } as const;
      const { count } = await ctx.db.placement.updateMany({ where, data: { state: "DELETING" } });
      if (count > 0) await dropPlacementLater(ctx, id, 0);
    });
  }
}
