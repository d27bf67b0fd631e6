import { audit } from "@/lib/audit";
import type { PersonContext } from "./access";
import { changeRights } from "./change-rights";

/** Ends every session of the person, this one too. */
export async function signOutEverywhere(ctx: PersonContext): Promise<void> {
  const { userId } = ctx.actor;
  await changeRights(ctx, [userId], async (ctx) => {
    await ctx.db.user.update({
      where: { id: userId },
      data: { sessionVersion: { increment: 1 } },
    });
    await audit(ctx, "person.sign_out_everywhere", userId);
  });
}
