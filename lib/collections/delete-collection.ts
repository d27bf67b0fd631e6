import { creatorOf } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { getCollection } from "./get-collection";
import { type DeletedCollection, maxUndoItems } from "./schema";

/** What was in it stays in the library; answers what is needed to bring it back. Its maker deletes it, and whoever may delete anything. */
export async function deleteCollection(ctx: Context, id: string): Promise<DeletedCollection> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    const { name, created_by_id } = await getCollection(ctx, id);
    const isMine = created_by_id !== null && created_by_id === creatorOf(ctx);
    if (!isMine && !ctx.scopes.has("artifacts:delete")) {
      const reason = "not_your_collection";
      throw new AppError("forbidden", "this is another person's", { reason });
    }
    const items = await ctx.db.collectionItem.findMany({
      where: { clientId, collectionId: id },
      select: { artifactId: true },
      orderBy: { artifactId: "desc" },
      take: maxUndoItems,
    });
    await ctx.db.collection.delete({ where: { clientId_id: { clientId, id } } });
    await audit(ctx, "collection.delete", id, { name, count: items.length });
    await publish(ctx, { kind: "collections", clientId });
    await publish(ctx, { kind: "artifacts", clientId, ids: [] });
    return { name, artifactIds: items.map(({ artifactId }) => artifactId) };
  });
}
