import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { assertMayHandle, assertWithinReach } from "./reach";

export async function revokeInvitation(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "members:write");
  const { clientId } = ctx;
  await transaction(ctx, async (ctx) => {
    const where = { clientId, id, acceptedAt: null };
    const invitation = await ctx.db.invitation.findFirst({ where });
    if (!invitation) throw notFound("invitation");
    assertMayHandle(ctx, invitation.role);
    assertWithinReach(ctx, invitation.siteIds);
    const { count } = await ctx.db.invitation.deleteMany({ where });
    if (count === 0) throw notFound("invitation");
    await audit(ctx, "invitation.revoke", id);
    await publish(ctx, { kind: "people", clientId });
  });
}
