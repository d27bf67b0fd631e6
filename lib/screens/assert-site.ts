import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** The site exists, and the actor may put a screen there. */
export async function assertSite(ctx: Context, siteId: string | null): Promise<void> {
  if (siteId === null) {
    if (!ctx.siteIds) return;
    throw new AppError("invalid", "a confined member must name one of their sites", {
      reason: "site_required",
    });
  }
  const isMine = !ctx.siteIds || ctx.siteIds.includes(siteId);
  const where = { clientId_id: { clientId: ctx.clientId, id: siteId } };
  if (isMine && (await ctx.db.site.findUnique({ where, select: { id: true } }))) return;
  throw new AppError("not_found", "site not found", { reason: "site_unknown" });
}
