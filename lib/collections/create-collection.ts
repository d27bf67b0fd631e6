import { v7 as uuid } from "uuid";
import { creatorOf } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { addItems } from "./add-items";
import { nameTaken } from "./name-taken";
import { type CreateCollection, maxCollections } from "./schema";

export async function createCollection(
  ctx: Context,
  { name, artifactIds = [] }: CreateCollection,
): Promise<{ id: string }> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    if ((await ctx.db.collection.count({ where: { clientId } })) >= maxCollections) {
      const params = { max: maxCollections };
      const reason = "too_many_collections";
      throw new AppError("quota_exceeded", "too many collections", { reason, params });
    }
    const data = { clientId, id: uuid(), name, createdById: creatorOf(ctx) };
    const { id } = await ctx.db.collection.create({ data }).catch(nameTaken);
    const added = await addItems(ctx, id, artifactIds);
    await audit(ctx, "collection.create", id, { name });
    await publish(ctx, { kind: "collections", clientId });
    if (added.length > 0) await publish(ctx, { kind: "artifacts", clientId, ids: added });
    return { id };
  });
}
