import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { output } from "zod";
import { audit } from "@/lib/audit";
import { hashToken } from "@/lib/auth";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { publish } from "@/lib/realtime";
import { invitationColumns, invitationOf } from "./invitation-row";
import { assertMayHandle, assertOwnerIsFree, assertSitesExist, assertWithinReach } from "./reach";
import type { CreatedInvitation, CreateInvitation } from "./schema";

const daysValid = 7;

/** The token of its link is in the answer, and nowhere else. */
export async function createInvitation(
  ctx: Context,
  { email, role, siteIds }: output<typeof CreateInvitation>,
): Promise<CreatedInvitation> {
  requireScope(ctx, "members:write");
  assertMayHandle(ctx, role);
  assertWithinReach(ctx, siteIds);
  assertOwnerIsFree(role, siteIds);
  const token = randomBytes(32).toString("base64url");
  const { clientId, actor } = ctx;

  return transaction(ctx, async (ctx) => {
    await assertSitesExist(ctx, siteIds);
    const row = await ctx.db.invitation.create({
      data: {
        clientId,
        id: uuid(),
        email: email ?? null,
        role,
        siteIds: [...new Set(siteIds)],
        tokenHash: hashToken(token),
        createdById: actor.kind === "person" ? actor.userId : null,
        expiresAt: new Date(Date.now() + daysValid * 24 * 60 * 60 * 1000),
      },
      select: invitationColumns,
    });
    await audit(ctx, "invitation.create", row.id, { role, siteIds, ...(email ? { email } : {}) });
    await publish(ctx, { kind: "people", clientId });
    return { invitation: invitationOf(row), token };
  });
}
