import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { publish } from "@/lib/realtime";

/** Unpairs a screen: its token ends with the row, its socket is closed, it shows a new code. */
export async function removeScreen(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "screens:write");
  const { clientId } = ctx;
  await transaction(ctx, async (ctx) => {
    const mine = { clientId, id, ...(ctx.siteIds ? { siteId: { in: [...ctx.siteIds] } } : {}) };
    const { count } = await ctx.db.screen.deleteMany({ where: mine });
    if (count === 0) throw notFound("screen");
    await ctx.db.pairing.deleteMany({ where: { clientId, screenId: id } });
    await audit(ctx, "screen.remove", id);
    await publish(ctx, { kind: "screen-removed", clientId, id });
    await publish(ctx, { kind: "screens", clientId, ids: [id] });
  });
}
