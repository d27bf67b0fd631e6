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
  await ctx.db.auditEvent.create({
    data: {
      id: uuid(),
      clientId: "clientId" in ctx ? ctx.clientId : null,
      actorKind: ctx.actor.kind,
      actorId: actorId(ctx.actor),
      action,
      subjectId,
      detail,
    },
  });
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
