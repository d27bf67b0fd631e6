import { audit } from "@/lib/audit";
import { changeRights } from "@/lib/auth";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { assertAnotherOwner, getMemberToChange } from "./get-member-to-change";
import {
  assertMayHandle,
  assertOwnerIsFree,
  assertSitesExist,
  assertWithinReach,
  lockClient,
} from "./reach";
import type { Member, UpdateMember } from "./schema";

export async function updateMember(
  ctx: Context,
  userId: string,
  input: UpdateMember,
): Promise<Member> {
  requireScope(ctx, "members:write");
  return changeRights(ctx, [userId], async (ctx) => {
    await lockClient(ctx);
    const before = await getMemberToChange(ctx, userId);
    if (before.version !== input.version) throw new AppError("conflict", "another version");

    const role = input.role ?? before.role;
    // Who becomes an owner is no longer confined.
    const siteIds = [...new Set(input.siteIds ?? (role === "OWNER" ? [] : before.siteIds))];
    assertMayHandle(ctx, role);
    assertWithinReach(ctx, siteIds);
    assertOwnerIsFree(role, siteIds);
    await assertSitesExist(ctx, siteIds);
    if (before.role === "OWNER" && role !== "OWNER") await assertAnotherOwner(ctx, userId);

    const { clientId } = ctx;
    await ctx.db.membershipSite.deleteMany({ where: { clientId, userId } });
    await ctx.db.membership.update({
      where: { clientId_userId: { clientId, userId } },
      data: { role, version: { increment: 1 } },
    });
    await ctx.db.membershipSite.createMany({
      data: siteIds.map((siteId) => ({ clientId, userId, siteId })),
    });
    await audit(ctx, "member.update", userId, { role, siteIds });
    await publish(ctx, { kind: "people", clientId });
    return { ...before, role, siteIds, version: before.version + 1 };
  });
}
