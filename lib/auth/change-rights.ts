import type { BaseContext } from "@/lib/context";
import { transaction } from "@/lib/db";
import { publish } from "@/lib/realtime";
import { runtime } from "@/lib/runtime";

/**
 * A write after which these people's sessions must be looked up anew: other processes hear of it
 * when it commits, this one is told at once.
 */
export async function changeRights<C extends BaseContext, T>(
  ctx: C,
  userIds: readonly string[],
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  const result = await transaction(ctx, async (ctx) => {
    const result = await work(ctx);
    for (const userId of userIds) await publish(ctx, { kind: "sessions", userId });
    return result;
  });
  for (const userId of userIds) runtime().sessions.forget(userId);
  return result;
}
