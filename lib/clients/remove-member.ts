import { audit } from "@/lib/audit";
import { changeRights } from "@/lib/auth";
import { type Context, requireScope } from "@/lib/context";
import { publish } from "@/lib/realtime";
import { assertAnotherOwner, getMemberToChange } from "./get-member-to-change";
import { lockClient } from "./reach";

export async function removeMember(ctx: Context, userId: string): Promise<void> {
  requireScope(ctx, "members:write");
  await changeRights(ctx, [userId], async (ctx) => {
    await lockClient(ctx);
    const { role, email } = await getMemberToChange(ctx, userId);
    if (role === "OWNER") await assertAnotherOwner(ctx, userId);
    const { clientId } = ctx;
    await ctx.db.membership.delete({ where: { clientId_userId: { clientId, userId } } });
    await audit(ctx, "member.remove", userId, { role, email });
    await publish(ctx, { kind: "people", clientId });
  });
}
