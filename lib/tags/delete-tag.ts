import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { toTag } from "./list-tags";
import { lockTagged } from "./lock-tagged";
import { type DeletedTag, maxUndoIds } from "./schema";

/** Takes it from every artifact; answers what is needed to bring it back. */
export async function deleteTag(ctx: Context, name: string): Promise<DeletedTag> {
  requireScope(ctx, "artifacts:delete");
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    const ids = await lockTagged(ctx, name);
    const [tag] = await ctx.db.$queryRaw<{ name: string; color: string }[]>`
      delete from tags where client_id = ${clientId} and name = ${name} returning name, color`;
    if (!tag) throw notFound("tag");
    await ctx.db.$executeRaw`
      update artifacts set version = version + 1, updated_at = now(),
        tags = array_remove(tags, ${name})
      where client_id = ${clientId} and id = any(${ids}::uuid[])`;
    await audit(ctx, "tag.delete", null, { name, count: ids.length });
    await publish(ctx, { kind: "collections", clientId });
    await publish(ctx, { kind: "artifacts", clientId, ids: [] });
    return { ...toTag(tag), count: ids.length, artifactIds: ids.slice(0, maxUndoIds) };
  });
}
