import type { PersonContext } from "./access";
import type { Me } from "./schema";

export function getMe(ctx: PersonContext): Promise<Me> {
  return ctx.db.user.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { id: true, name: true, email: true, isAdmin: true },
  });
}
