import type { PersonContext } from "@/lib/auth";
import { assertAdministrator } from "@/lib/auth";
import { knownStores, soundElsewhere } from "@/lib/blobs";
import { Prisma } from "@/lib/db";
import type { FindingPage, FindingQuery, StorageFinding } from "./schema";

interface Row {
  id: string;
  clientId: string;
  storeId: string;
  key: string;
  kind: StorageFinding["kind"];
  state: StorageFinding["state"];
  sizeBytes: bigint;
  artifactId: string | null;
  artifactName: string | null;
  isHealing: boolean;
  foundAt: Date;
  deleteAfter: Date | null;
  resolvedAt: Date | null;
}

/** Newest first: the id is a UUIDv7, so it orders by time. */
export async function listFindings(ctx: PersonContext, query: FindingQuery): Promise<FindingPage> {
  assertAdministrator(ctx);
  const { storeId, clientId, kind, state, cursor, limit = 50 } = query;
  const states = state === undefined ? ["OPEN", "QUARANTINED"] : [state];
  const filters = [
    Prisma.sql`f.state = any(${states}::"FindingState"[])`,
    ...(storeId === undefined ? [] : [Prisma.sql`f.backend_id = ${storeId}`]),
    ...(clientId === undefined ? [] : [Prisma.sql`f.client_id = ${clientId}`]),
    ...(kind === undefined ? [] : [Prisma.sql`f.kind = ${kind}::"FindingKind"`]),
    ...(cursor === undefined ? [] : [Prisma.sql`f.id < ${cursor}::uuid`]),
  ];
  const rows = await ctx.db.$queryRaw<Row[]>`
    select f.id, f.client_id as "clientId", f.backend_id as "storeId", f.object_key as key, f.kind,
      f.state, f.size_bytes as "sizeBytes", a.id as "artifactId", a.name as "artifactName",
      ${soundElsewhere(knownStores(ctx))} as "isHealing",
      f.found_at as "foundAt", f.delete_after as "deleteAfter", f.resolved_at as "resolvedAt"
    from storage_findings f
    left join placements p on p.client_id = f.client_id and p.id = f.placement_id
    left join lateral (
      select a.id, a.name from artifacts a
      where a.client_id = p.client_id and a.status <> 'DELETED' and a.blob_id in (
        select p.blob_id
        union all
        select r.source_blob_id from renditions r
        where r.client_id = p.client_id and r.blob_id = p.blob_id)
      order by a.trashed_at nulls first, a.id
      limit 1
    ) a on true
    where ${Prisma.join(filters, " and ")}
    order by f.id desc
    limit ${limit + 1}`;
  const items = rows.slice(0, limit).map(toFinding);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function toFinding({ artifactId: id, artifactName: name, ...row }: Row): StorageFinding {
  return {
    ...row,
    sizeBytes: Number(row.sizeBytes),
    artifact: id === null || name === null ? null : { id, name },
    foundAt: row.foundAt.toISOString(),
    deleteAfter: row.deleteAfter?.toISOString() ?? null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}
