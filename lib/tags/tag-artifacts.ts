import { lockArtifacts } from "@/lib/artifacts";
import type { BulkResult } from "@/lib/artifacts/schema";
import { auditEach } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { makeTags } from "./make-tags";
import { maxTagsPerArtifact, type TagArtifacts } from "./schema";

/** Adds tags to many and takes others away. Said twice it changes nothing more. */
export async function tagArtifacts(
  ctx: Context,
  { ids, add = [], remove = [] }: TagArtifacts,
): Promise<BulkResult> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    await makeTags(ctx, add);
    const { ids: mine, result } = await lockArtifacts(ctx, ids);
    const rows = await ctx.db.$queryRaw<{ id: string; count: number }[]>`
      update artifacts a set tags = next.tags, version = a.version + 1, updated_at = now()
      from (
        select id, array(
          select tag from unnest(tags || ${add}::text[]) with ordinality t(tag, place)
          where not tag = any(${remove}::text[]) group by tag order by min(place)
        ) as tags
        from artifacts where client_id = ${clientId} and id = any(${mine}::uuid[])
      ) next
      where a.client_id = ${clientId} and a.id = next.id and a.tags <> next.tags
      returning a.id, cardinality(a.tags) as count`;
    if (rows.some(({ count }) => count > maxTagsPerArtifact)) {
      const params = { max: maxTagsPerArtifact };
      throw new AppError("invalid", "too many tags", { reason: "too_many_tags", params });
    }
    const changed = rows.map(({ id }) => id);
    if (changed.length > 0) {
      await auditEach(ctx, "artifact.tag", changed, { add, remove });
      await publish(ctx, { kind: "artifacts", clientId, ids: changed });
      if (add.length > 0) await publish(ctx, { kind: "collections", clientId });
    }
    return result;
  });
}
