import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { publish } from "@/lib/realtime";
import { getViewToChange } from "./get-view-to-change";
import { lockViews } from "./room-for-views";

export async function deleteSavedView(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "artifacts:read");
  await transaction(ctx, async (ctx) => {
    await lockViews(ctx);
    const { name, query, isShared, owner } = await getViewToChange(ctx, id);
    await ctx.db.savedView.delete({ where: { clientId_id: { clientId: ctx.clientId, id } } });
    await audit(ctx, "saved_view.delete", id, { name, query, isShared, userId: owner.id });
    await publish(ctx, { kind: "views", clientId: ctx.clientId });
  });
}
