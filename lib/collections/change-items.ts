import type { BulkResult } from "@/lib/artifacts/schema";
import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { publish } from "@/lib/realtime";
import { addItems } from "./add-items";
import { getCollection } from "./get-collection";
import type { ChangeItems } from "./schema";

/** Puts artifacts into a collection or takes them out; they themselves are not touched. */
export async function changeItems(
  ctx: Context,
  collectionId: string,
  { ids, action }: ChangeItems,
): Promise<BulkResult> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  return transaction(ctx, async (ctx) => {
    await getCollection(ctx, collectionId);
    const done = action === "add" ? await addItems(ctx, collectionId, wanted) : wanted;
    if (action === "remove") {
      await ctx.db.collectionItem.deleteMany({
        where: { clientId, collectionId, artifactId: { in: wanted } },
      });
    }
    await audit(ctx, `collection.${action}`, collectionId, { ids: done });
    await publish(ctx, { kind: "collections", clientId });
    if (done.length > 0) await publish(ctx, { kind: "artifacts", clientId, ids: done });
    const found = new Set(done);
    return { done, notFound: wanted.filter((id) => !found.has(id)), refused: [] };
  });
}
