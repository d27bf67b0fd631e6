import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { isTaken, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { getSite } from "./get-site";
import type { Site, UpdateSite } from "./schema";

export async function updateSite(
  ctx: Context,
  id: string,
  { name, region, version }: UpdateSite,
): Promise<Site> {
  requireScope(ctx, "screens:write");
  return transaction(ctx, async (ctx) => {
    const before = await getSite(ctx, id);
    const where = { clientId: ctx.clientId, id, version };
    const data = {
      version: { increment: 1 },
      name,
      ...(region === undefined ? {} : { region }),
    };
    const [site] = await ctx.db.site.updateManyAndReturn({ where, data }).catch((cause) => {
      if (!isTaken(cause)) throw cause;
      throw new AppError("conflict", "the name is taken", { reason: "site_name_taken", cause });
    });
    if (!site) throw new AppError("conflict", "another version");
    await audit(ctx, "site.update", id, { name, ...(region === undefined ? {} : { region }) });
    await publish(ctx, { kind: "people", clientId: ctx.clientId });
    if (site.region !== before.region) await publishScreens(ctx, id);
    return { id: site.id, name: site.name, region: site.region, version: site.version };
  });
}

/** What they are told names the region. */
async function publishScreens(ctx: Context, siteId: string): Promise<void> {
  const { clientId } = ctx;
  const screens = await ctx.db.screen.findMany({
    where: { clientId, siteId },
    select: { id: true },
  });
  const ids = screens.map(({ id }) => id);
  if (ids.length > 0) await publish(ctx, { kind: "screens", clientId, ids });
}
