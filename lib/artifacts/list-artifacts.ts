import { type Context, requireScope } from "@/lib/context";
import { prepared } from "@/lib/db";
import { orderOf, parseCursor } from "./artifact-order";
import { type ArtifactRow, artifactColumns, artifactJoins } from "./artifact-row";
import { creatorOf } from "./assert-may-change";
import { findArtifactIds } from "./find-artifact-ids";
import type { ArtifactPage, ArtifactQuery } from "./schema";
import { toArtifact } from "./to-artifact";

// The page is cut before anything is joined to it. The id is a UUIDv7, so it orders by time.
const newestText = `
  select ${artifactColumns}
  from (
    select * from artifacts
    where client_id = $1 and id < $3 and trashed_at is null and status <> 'DELETED'
    order by client_id desc, id desc
    limit $4
  ) a ${artifactJoins}
  order by a.id desc`;
const beyondAll = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const namedText = `
  select ${artifactColumns}
  from unnest($3::uuid[]) with ordinality wanted(id, place)
  join artifacts a on a.client_id = $1 and a.id = wanted.id ${artifactJoins}
  order by wanted.place`;

/** Newest first and without the trash, unless the query says otherwise. */
export async function listArtifacts(ctx: Context, query: ArtifactQuery): Promise<ArtifactPage> {
  requireScope(ctx, "artifacts:read");
  const { limit = 50, cursor, sort = "newest", ...filter } = query;
  const order = orderOf(sort, filter.trashed !== undefined);
  const after = cursor === undefined ? undefined : parseCursor(cursor, order);
  const isPlain = sort === "newest" && Object.values(filter).every((value) => value === undefined);
  if (isPlain) return newest(ctx, after?.id ?? beyondAll, limit);

  const { ids, nextCursor } = await findArtifactIds(ctx, query, order, after, limit);
  const values = [ctx.clientId, creatorOf(ctx), ids];
  const rows = await prepared<ArtifactRow>(ctx, "named-artifacts", namedText, values);
  return { items: rows.map(toArtifact), nextCursor };
}

/** What an open library asks for most. */
async function newest(ctx: Context, before: string, limit: number): Promise<ArtifactPage> {
  const values = [ctx.clientId, creatorOf(ctx), before, limit + 1];
  const rows = await prepared<ArtifactRow>(ctx, "list-artifacts", newestText, values);
  const items = rows.slice(0, limit).map(toArtifact);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
