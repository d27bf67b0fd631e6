import { type Context, requireScope } from "@/lib/context";
import { savedViewColumns, savedViewOf } from "./saved-view-row";
import type { SavedView } from "./schema";
import { visibleTo } from "./visible-to";

/** The caller's own and what others share, by name. */
export async function listSavedViews(ctx: Context): Promise<{ items: SavedView[] }> {
  requireScope(ctx, "artifacts:read");
  const rows = await ctx.db.savedView.findMany({
    where: visibleTo(ctx),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: savedViewColumns,
  });
  return { items: rows.map(savedViewOf) };
}
