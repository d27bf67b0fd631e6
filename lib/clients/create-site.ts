import { v7 as uuid } from "uuid";
import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { isTaken, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { assertWithinReach } from "./reach";
import type { CreateSite, Site } from "./schema";

export async function createSite(ctx: Context, { name, region = null }: CreateSite): Promise<Site> {
  requireScope(ctx, "screens:write");
  assertWithinReach(ctx, []);
  return transaction(ctx, async (ctx) => {
    const data = { clientId: ctx.clientId, id: uuid(), name, region };
    const site = await ctx.db.site.create({ data }).catch((cause) => {
      if (!isTaken(cause)) throw cause;
      throw new AppError("conflict", "the name is taken", { reason: "site_name_taken", cause });
    });
    await audit(ctx, "site.create", site.id, { name, ...(region === null ? {} : { region }) });
    await publish(ctx, { kind: "people", clientId: ctx.clientId });
    return { id: site.id, name, region, version: site.version };
  });
}
