import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { publish } from "@/lib/realtime";
import { getViewToChange } from "./get-view-to-change";
import { assertRoomFor, lockViews } from "./room-for-views";
import { savedViewColumns, savedViewOf } from "./saved-view-row";
import type { SavedView, UpdateSavedView } from "./schema";

/** What others see too is changed only by who may add to the library. */
export async function updateSavedView(
  ctx: Context,
  id: string,
  change: UpdateSavedView,
): Promise<SavedView> {
  requireScope(ctx, "artifacts:read");
  return transaction(ctx, async (ctx) => {
    await lockViews(ctx);
    const view = await getViewToChange(ctx, id);
    const next = { ...view, ...change };
    if (view.isShared || next.isShared) requireScope(ctx, "artifacts:write");
    await assertRoomFor(ctx, view.owner.id, next);
    const row = await ctx.db.savedView.update({
      where: { clientId_id: { clientId: ctx.clientId, id } },
      data: { name: next.name, query: next.query, isShared: next.isShared },
      select: savedViewColumns,
    });
    await audit(ctx, "saved_view.update", id, change);
    await publish(ctx, { kind: "views", clientId: ctx.clientId });
    return savedViewOf(row);
  });
}
