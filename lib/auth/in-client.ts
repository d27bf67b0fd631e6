import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/runtime";
import type { PersonContext } from "./access";
import { chooseClient } from "./choose-client";
import { findStanding } from "./find-standing";

/** The person's context in one client; not_found when it is none of theirs. */
export async function inClient(ctx: PersonContext, clientId: string): Promise<Context> {
  const { userId } = ctx.actor;
  const person = await runtime().sessions.standing(userId, () => findStanding(ctx.pool, userId));
  if (!person) throw new AppError("unauthenticated", "no such person");
  return { ...ctx, ...(await chooseClient(ctx.pool, person, clientId)) };
}
