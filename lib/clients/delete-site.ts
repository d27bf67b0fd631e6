import { audit } from "@/lib/audit";
import { changeRights } from "@/lib/auth";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { getSite } from "./get-site";
import { assertWithinReach } from "./reach";

/** Refused while screens stand in it, and while it is all that confines somebody. */
export async function deleteSite(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "screens:write");
  const { clientId } = ctx;
  const where = { clientId, siteId: id };
  const members = await ctx.db.membershipSite.findMany({ where, select: { userId: true } });

  await changeRights(
    ctx,
    members.map((member) => member.userId),
    async (ctx) => {
      // Locks the site, so that no screen and no member comes into it meanwhile.
      await getSite(ctx, id);
      assertWithinReach(ctx, []);
      const screens = await ctx.db.screen.count({ where });
      if (screens > 0) {
        const params = { count: screens };
        throw new AppError("conflict", "screens stand in it", { reason: "site_in_use", params });
      }
      // A member without a site would be a member of all.
      const confined = await ctx.db.membership.count({
        where: { clientId, sites: { some: { siteId: id }, every: { siteId: id } } },
      });
      if (confined > 0) {
        throw new AppError("conflict", "it confines members", { reason: "site_confines_members" });
      }
      await ctx.db.artifact.updateMany({ where, data: { siteId: null } });
      await ctx.db.site.delete({ where: { clientId_id: { clientId, id } } });
      await audit(ctx, "site.delete", id);
      await publish(ctx, { kind: "people", clientId });
    },
  );
}
