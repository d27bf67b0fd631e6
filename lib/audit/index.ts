import { v7 as uuid } from "uuid";
import type { BaseContext, Context } from "@/lib/context";
import type { Prisma } from "@/lib/db";

/** Leaves a trace of a write, in the transaction of the write. `action` is `noun.verb`. */
export async function audit(
  ctx: BaseContext | Context,
  action: string,
  subjectId: string | null,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await ctx.db.auditEvent.create({ data: eventOf(ctx, action, subjectId, detail) });
}

/** The same for what was done to several at once: each has it in its own history. */
export async function auditEach(
  ctx: Context,
  action: string,
  subjectIds: readonly string[],
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await ctx.db.auditEvent.createMany({
    data: subjectIds.map((subjectId) => eventOf(ctx, action, subjectId, detail)),
  });
}

function eventOf(
  ctx: BaseContext | Context,
  action: string,
  subjectId: string | null,
  detail: Prisma.InputJsonObject,
) {
  const clientId = "clientId" in ctx ? ctx.clientId : null;
  const { kind: actorKind } = ctx.actor;
  return {
    id: uuid(),
    clientId,
    actorKind,
    actorId: actorId(ctx.actor),
    action,
    subjectId,
    detail,
  };
}

/** Who acted, as the audit log names them. */
export function actorId(actor: BaseContext["actor"]): string {
  switch (actor.kind) {
    case "person":
      return actor.userId;
    case "key":
    case "agent":
      return actor.keyId;
    case "screen":
      return actor.screenId;
    case "job":
      return actor.name;
    case "anonymous":
      return actor.address;
  }
}
