import { assertAdministrator, type PersonContext } from "@/lib/auth";
import { knownStores, soundElsewhere } from "@/lib/blobs";
import { Prisma } from "@/lib/db";
import { findStore } from "./find-store";
import type { DamagedFile, DamagedPage, DamagedQuery } from "./schema";

interface Row extends Omit<DamagedFile, "sizeBytes" | "foundAt"> {
  sizeBytes: bigint;
  foundAt: Date | null;
}

/** What is lost or damaged in a store, whose it is, and whether its bytes are sound elsewhere. */
export async function listDamaged(
  ctx: PersonContext,
  storeId: string,
  { cursor, limit = 50 }: DamagedQuery,
): Promise<DamagedPage> {
  assertAdministrator(ctx);
  findStore(ctx, storeId);
  const after = cursor === undefined ? Prisma.empty : Prisma.sql`and p.id < ${cursor}::uuid`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    select p.id, p.client_id as "clientId", c.name as "clientName", a.id as "artifactId",
      a.name as "artifactName", case when made.blob_ids is null then 'original' else 'rendition' end as kind,
      coalesce(p.problem, 'damaged') as problem, p.verified_at as "foundAt",
      b.size_bytes as "sizeBytes",
      ${soundElsewhere(knownStores(ctx))} as "hasCopy"
    from placements p
    join blobs b on b.client_id = p.client_id and b.id = p.blob_id
    join clients c on c.id = p.client_id
    cross join lateral (
      select array_agg(r.source_blob_id) as blob_ids from renditions r
      where r.client_id = p.client_id and r.blob_id = p.blob_id) made
    left join lateral (
      select a.id, a.name from artifacts a
      where a.client_id = p.client_id and a.status <> 'DELETED' and a.id in (
        select s.id from artifacts s
        where s.client_id = p.client_id and s.blob_id = any(made.blob_ids || p.blob_id)
        union all
        select v.artifact_id from artifact_versions v
        where v.client_id = p.client_id and v.blob_id = any(made.blob_ids || p.blob_id))
      order by a.trashed_at nulls first, a.id
      limit 1) a on true
    where p.backend_id = ${storeId} and b.state <> 'DELETING'
      and (p.state = 'DAMAGED' or (p.state = 'PRESENT' and p.problem is not null)) ${after}
    order by p.id desc
    limit ${limit + 1}`;
  const items = rows.slice(0, limit).map(({ sizeBytes, foundAt, ...row }) => ({
    ...row,
    sizeBytes: Number(sizeBytes),
    foundAt: foundAt?.toISOString() ?? null,
  }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
