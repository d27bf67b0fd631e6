import { v7 as uuid } from "uuid";
import type { output } from "zod";
import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { assertRoomFor, lockViews } from "./room-for-views";
import { savedViewColumns, savedViewOf } from "./saved-view-row";
import type { CreateSavedView, SavedView } from "./schema";

/** A person's own; with others it is shared only by who may add to the library. */
export async function createSavedView(
  ctx: Context,
  input: output<typeof CreateSavedView>,
): Promise<SavedView> {
  requireScope(ctx, input.isShared ? "artifacts:write" : "artifacts:read");
  const { clientId, actor } = ctx;
  if (actor.kind !== "person") throw new AppError("forbidden", "views belong to people");
  const { userId } = actor;

  return transaction(ctx, async (ctx) => {
    const data = { ...input, clientId, id: uuid(), userId };
    await lockViews(ctx);
    await assertRoomFor(ctx, userId, data);
    const row = await ctx.db.savedView.create({ data, select: savedViewColumns });
    await audit(ctx, "saved_view.create", row.id, input);
    await publish(ctx, { kind: "views", clientId });
    return savedViewOf(row);
  });
}
