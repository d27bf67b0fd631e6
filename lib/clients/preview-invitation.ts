import { hashToken } from "@/lib/auth";
import type { InvitationPreview } from "@/lib/auth/schema";
import type { BaseContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { pending } from "./invitation-row";

/** What the page of an invitation's link shows. */
export async function previewInvitation(
  ctx: BaseContext,
  token: string,
): Promise<InvitationPreview> {
  const invitation = await ctx.db.invitation.findFirst({
    where: { tokenHash: hashToken(token), ...pending() },
    select: { email: true, role: true, client: { select: { name: true } } },
  });
  if (!invitation) throw invitationGone();
  const person =
    ctx.actor.kind === "person"
      ? await ctx.db.user.findUnique({ where: { id: ctx.actor.userId } })
      : null;
  const { email, role, client } = invitation;
  return { clientName: client.name, role, email, signedInAs: person?.email ?? null };
}

export function invitationGone(): AppError {
  return new AppError("not_found", "no such invitation", { reason: "invitation_gone" });
}
