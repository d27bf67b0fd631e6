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
    const done =
      action === "add"
        ? await addItems(ctx, collectionId, wanted)
        : await takeItems(ctx, collectionId, wanted);
    await audit(ctx, `collection.${action}`, collectionId, { ids: done });
    await publish(ctx, { kind: "collections", clientId });
    if (done.length > 0) await publish(ctx, { kind: "artifacts", clientId, ids: done });
    const found = new Set(done);
    return { done, notFound: wanted.filter((id) => !found.has(id)), refused: [] };
  });
}

/** What is out of it already is as good as taken out; what is not this client's is not there. */
async function takeItems(ctx: Context, collectionId: string, ids: string[]): Promise<string[]> {
  const { clientId } = ctx;
  await ctx.db.collectionItem.deleteMany({
    where: { clientId, collectionId, artifactId: { in: ids } },
  });
  const rows = await ctx.db.artifact.findMany({
    where: { clientId, id: { in: ids }, status: { not: "DELETED" } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
