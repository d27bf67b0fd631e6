import { type Context, requireScope } from "@/lib/context";
import { invitationColumns, invitationOf, pending } from "./invitation-row";
import type { Invitation } from "./schema";

/** Those that can still be accepted, newest first. */
export async function listInvitations(ctx: Context): Promise<{ items: Invitation[] }> {
  requireScope(ctx, "members:write");
  const rows = await ctx.db.invitation.findMany({
    where: { clientId: ctx.clientId, ...pending() },
    orderBy: { id: "desc" },
    select: invitationColumns,
  });
  return { items: rows.map(invitationOf) };
}
