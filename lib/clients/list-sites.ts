import { type Context, requireScope } from "@/lib/context";
import type { SiteList } from "./schema";

/** By name; of a person who is confined to sites, only those. */
export async function listSites(ctx: Context): Promise<SiteList> {
  requireScope(ctx, "screens:read");
  const items = await ctx.db.site.findMany({
    where: {
      clientId: ctx.clientId,
      ...(ctx.siteIds ? { id: { in: [...ctx.siteIds] } } : {}),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, region: true, version: true },
  });
  return { items, regions: [...ctx.storage.regions] };
}
