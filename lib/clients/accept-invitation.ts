import { v7 as uuid } from "uuid";
import { audit } from "@/lib/audit";
import { callerKey, changeRights, hashPassword, hashToken, limit } from "@/lib/auth";
import type { AcceptedInvitation, AcceptInvitation } from "@/lib/auth/schema";
import type { BaseContext } from "@/lib/context";
import { isTaken } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { pending } from "./invitation-row";
import { invitationGone, previewInvitation } from "./preview-invitation";

/** Makes the caller a member: the signed-in person, or a new one. A link works once. */
export async function acceptInvitation(
  ctx: BaseContext,
  token: string,
  input: AcceptInvitation,
): Promise<AcceptedInvitation> {
  await limit(ctx, "accept", callerKey(ctx.actor), { points: 20, durationSeconds: 15 * 60 });
  const { email: boundTo } = await previewInvitation(ctx, token);
  const person = await personOf(ctx, input, boundTo);
  if (boundTo !== null && boundTo !== person.email) {
    throw new AppError("forbidden", "for another e-mail", { reason: "invitation_for_other" });
  }

  return changeRights(ctx, [person.id], async (ctx) => {
    // First come, first served: the second finds it accepted.
    const [invitation] = await ctx.db.invitation.updateManyAndReturn({
      where: { tokenHash: hashToken(token), ...pending() },
      data: { acceptedAt: new Date() },
    });
    if (!invitation) throw invitationGone();
    if (person.isNew) await createPerson(ctx, person);
    const { clientId, role } = invitation;
    const siteIds = await sitesLeft(ctx, clientId, invitation.siteIds);
    const data = { clientId, userId: person.id, role };
    await ctx.db.membership.create({ data }).catch((cause) => {
      if (!isTaken(cause)) throw cause;
      throw new AppError("conflict", "a member already", { reason: "already_member", cause });
    });
    await ctx.db.membershipSite.createMany({
      data: siteIds.map((siteId) => ({ clientId, userId: person.id, siteId })),
    });
    const actor = { kind: "person", userId: person.id, isAdmin: false } as const;
    const noScopes = { clientId, scopes: new Set<never>(), siteIds: undefined };
    await audit({ ...ctx, actor, ...noScopes }, "invitation.accept", invitation.id, { role });
    await publish(ctx, { kind: "people", clientId });
    return { clientId, email: person.email };
  });
}

type Accepting =
  | { isNew: false; id: string; email: string }
  | { isNew: true; id: string; email: string; name: string; passwordHash: string };

async function personOf(
  ctx: BaseContext,
  { name, password, ...input }: AcceptInvitation,
  boundTo: string | null,
): Promise<Accepting> {
  if (ctx.actor.kind === "person") {
    const { userId: id } = ctx.actor;
    const { email } = await ctx.db.user.findUniqueOrThrow({ where: { id } });
    return { isNew: false, id, email };
  }
  const email = input.email ?? boundTo;
  if (!email || !name || !password) {
    throw new AppError("invalid", "name, email, password", { reason: "invitation_incomplete" });
  }
  if (await ctx.db.user.findUnique({ where: { email } })) throw accountExists();
  return { isNew: true, id: uuid(), email, name, passwordHash: await hashPassword(password) };
}

async function createPerson(
  ctx: BaseContext,
  { isNew: _, ...data }: Extract<Accepting, { isNew: true }>,
): Promise<void> {
  await ctx.db.user.create({ data }).catch((cause) => {
    throw isTaken(cause) ? accountExists() : cause;
  });
}

/** Of the sites that the invitation names, those that are still there; without any it is void. */
async function sitesLeft(
  ctx: BaseContext,
  clientId: string,
  invited: readonly string[],
): Promise<string[]> {
  if (invited.length === 0) return [];
  const where = { clientId, id: { in: [...invited] } };
  const sites = await ctx.db.site.findMany({ where, select: { id: true } });
  if (sites.length === 0) throw invitationGone();
  return sites.map((site) => site.id);
}

function accountExists(): AppError {
  return new AppError("conflict", "the e-mail has an account", { reason: "account_exists" });
}
