import type { Context } from "@/lib/context";
import { creatorOf } from "./assert-may-change";
import type { BulkResult } from "./schema";

interface LockedArtifacts {
  /** Those that the caller may change. */
  ids: string[];
  result: BulkResult;
}

/**
 * For an action on many: those that are there and the caller's to change, until the end of the
 * transaction, and what is to be said of all. In one order everywhere, so that two do not deadlock.
 */
export async function lockArtifacts(
  ctx: Context,
  ids: readonly string[],
): Promise<LockedArtifacts> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const rows = await ctx.db.$queryRaw<{ id: string; created_by_id: string | null }[]>`
    select id, created_by_id from artifacts
    where client_id = ${ctx.clientId} and id = any(${wanted}::uuid[]) and status <> 'DELETED'
    order by id for update`;
  const mayAll = ctx.scopes.has("artifacts:delete");
  const own = creatorOf(ctx);
  const isMine = (row: { created_by_id: string | null }) =>
    mayAll || (own !== null && row.created_by_id === own);
  const found = new Set(rows.map(({ id }) => id));
  const done = rows.filter(isMine).map(({ id }) => id);
  return {
    ids: done,
    result: {
      done,
      notFound: wanted.filter((id) => !found.has(id)),
      refused: rows.filter((row) => !isMine(row)).map(({ id }) => id),
    },
  };
}
