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
  { name, version }: UpdateSite,
): Promise<Site> {
  requireScope(ctx, "screens:write");
  return transaction(ctx, async (ctx) => {
    await getSite(ctx, id);
    const where = { clientId: ctx.clientId, id, version };
    const data = { name, version: { increment: 1 } };
    const [site] = await ctx.db.site.updateManyAndReturn({ where, data }).catch((cause) => {
      if (!isTaken(cause)) throw cause;
      throw new AppError("conflict", "the name is taken", { reason: "site_name_taken", cause });
    });
    if (!site) throw new AppError("conflict", "another version");
    await audit(ctx, "site.update", id, { name });
    await publish(ctx, { kind: "people", clientId: ctx.clientId });
    return { id: site.id, name: site.name, version: site.version };
  });
}
