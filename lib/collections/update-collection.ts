import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { getCollection } from "./get-collection";
import { nameTaken } from "./name-taken";
import type { UpdateCollection } from "./schema";

export async function updateCollection(
  ctx: Context,
  id: string,
  { name, version }: UpdateCollection,
): Promise<void> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  await transaction(ctx, async (ctx) => {
    const before = await getCollection(ctx, id);
    const where = { clientId, id, version };
    const data = { name, version: { increment: 1 } };
    const { count } = await ctx.db.collection.updateMany({ where, data }).catch(nameTaken);
    if (count === 0) throw new AppError("conflict", `version ${version} is not the last one`);
    await audit(ctx, "collection.update", id, { before: before.name, after: name });
    await publish(ctx, { kind: "collections", clientId });
  });
}
