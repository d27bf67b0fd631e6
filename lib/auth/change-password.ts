import { audit } from "@/lib/audit";
import { AppError } from "@/lib/errors";
import type { PersonContext } from "./access";
import { changeRights } from "./change-rights";
import { hashPassword, isPassword } from "./hash-password";
import { type Allowance, forgive, limit } from "./limit";
import type { ChangePassword } from "./schema";
import type { SignedIn } from "./verify-credentials";

const allowance: Allowance = { points: 5, durationSeconds: 15 * 60 };

/** Ends every session of the person; the caller goes on with the version that is returned. */
export async function changePassword(
  ctx: PersonContext,
  { current, next }: ChangePassword,
): Promise<SignedIn> {
  const { userId } = ctx.actor;
  await limit(ctx, "change-password", userId, allowance);
  const { passwordHash: before } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  if (!(await isPassword(before, current))) {
    throw new AppError("invalid", "the current password is wrong", { reason: "wrong_password" });
  }
  await forgive(ctx, "change-password", userId, allowance);

  const passwordHash = await hashPassword(next);
  return changeRights(ctx, [userId], async (ctx) => {
    // Two changes at once: the second must not overwrite what it has not seen.
    const [user] = await ctx.db.user.updateManyAndReturn({
      where: { id: userId, passwordHash: before },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    if (!user) throw new AppError("conflict", "the password was changed in the meantime");
    await audit(ctx, "person.change_password", userId);
    return { userId, sessionVersion: user.sessionVersion };
  });
}
