import type { Context } from "@/lib/context";
import { AppError, notFound } from "@/lib/errors";
import { memberColumns, memberOf } from "./member-row";
import { assertMayHandle, assertWithinReach } from "./reach";
import type { Member } from "./schema";

/** A member that the caller may change or remove. */
export async function getMemberToChange(ctx: Context, userId: string): Promise<Member> {
  const row = await ctx.db.membership.findUnique({
    where: { clientId_userId: { clientId: ctx.clientId, userId } },
    select: memberColumns,
  });
  if (!row) throw notFound("member");
  const member = memberOf(row);
  assertMayHandle(ctx, member.role);
  assertWithinReach(ctx, member.siteIds);
  return member;
}

/** Call it with the client locked. */
export async function assertAnotherOwner(ctx: Context, userId: string): Promise<void> {
  const others = await ctx.db.membership.count({
    where: { clientId: ctx.clientId, role: "OWNER", userId: { not: userId } },
  });
  if (others === 0) throw new AppError("conflict", "the last owner", { reason: "last_owner" });
}
