import type { Context } from "@/lib/context";
import { AppError, notFound } from "@/lib/errors";
import { savedViewColumns, savedViewOf } from "./saved-view-row";
import type { SavedView } from "./schema";
import { visibleTo } from "./visible-to";

/** Its owner changes a view; a shared one also who may delete from the library. */
export async function getViewToChange(ctx: Context, id: string): Promise<SavedView> {
  const where = { ...visibleTo(ctx), id };
  const row = await ctx.db.savedView.findFirst({ where, select: savedViewColumns });
  if (!row) throw notFound("saved view");
  const isOwn = ctx.actor.kind === "person" && ctx.actor.userId === row.user.id;
  if (!isOwn && !ctx.scopes.has("artifacts:delete")) {
    throw new AppError("forbidden", "this is another person's", { reason: "not_your_view" });
  }
  return savedViewOf(row);
}
