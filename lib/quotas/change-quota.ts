import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { readUsage } from "./read-usage";
import type { SetQuota, Usage } from "./schema";

/**
 * Says what a client may have from now on. It may have more already: nothing of it goes, only
 * nothing more comes. Uploads that are under way keep the place that they were promised.
 */
export function changeQuota(ctx: Context, limits: SetQuota): Promise<Usage> {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    const where = { clientId };
    const { count } = await ctx.db.clientUsage.updateMany({ where, data: limits });
    if (count === 0) throw notFound("client");
    await audit(ctx, "client.set-quota", clientId, { ...limits });
    await publish(ctx, { kind: "people", clientId });
    return readUsage(ctx, clientId);
  });
}
