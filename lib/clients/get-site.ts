import type { Context } from "@/lib/context";
import { notFound } from "@/lib/errors";
import type { Site } from "./schema";

/** A site within the caller's reach; in a transaction it stays as it is until the end. */
export async function getSite(ctx: Context, id: string): Promise<Site> {
  const [site] = await ctx.db.$queryRaw<Site[]>`
    select id, name, region, version from sites
    where client_id = ${ctx.clientId} and id = ${id}::uuid for update`;
  if (!site || (ctx.siteIds && !ctx.siteIds.includes(id))) throw notFound("site");
  return site;
}
