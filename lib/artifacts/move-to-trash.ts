import { auditEach } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { publish } from "@/lib/realtime";
import type { BulkResult } from "./schema";

/** Into the trash or out of it. What lies there already counts as done, so it may be said twice. */
export function moveToTrash(ctx: Context, ids: string[], into: boolean): Promise<BulkResult> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  return transaction(ctx, async (ctx) => {
    // In one order everywhere, so that two people who delete the same do not deadlock.
    const rows = await ctx.db.$queryRaw<{ id: string; trashed: boolean }[]>`
      select id, trashed_at is not null as trashed from artifacts
      where client_id = ${ctx.clientId} and id = any(${wanted}::uuid[]) and status <> 'DELETED'
      order by id for update`;
    const changed = rows.filter(({ trashed }) => trashed !== into).map(({ id }) => id);
    if (changed.length > 0) {
      await ctx.db.artifact.updateMany({
        where: { clientId: ctx.clientId, id: { in: changed } },
        data: { trashedAt: into ? new Date() : null },
      });
      await auditEach(ctx, into ? "artifact.trash" : "artifact.restore", changed);
      await publish(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: changed });
    }
    const found = new Set(rows.map(({ id }) => id));
    return { done: [...found], notFound: wanted.filter((id) => !found.has(id)), refused: [] };
  });
}
