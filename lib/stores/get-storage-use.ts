import { assertAdministrator, type PersonContext } from "@/lib/auth";
import type { StorageUse } from "./schema";

interface Row {
  clientId: string;
  clientName: string;
  storeId: string;
  kind: "video" | "image" | "audio" | "other";
  files: bigint;
  bytes: bigint;
}

/** How much of what kind each client has in each store, the most first. */
export async function getStorageUse(ctx: PersonContext): Promise<StorageUse> {
  assertAdministrator(ctx);
  const rows = await ctx.db.$queryRaw<Row[]>`
    select c.id as "clientId", c.name as "clientName", p.backend_id as "storeId", k.kind,
      count(*) as files, coalesce(sum(p.stored_size_bytes), 0)::bigint as bytes
    from placements p
    join blobs b on b.client_id = p.client_id and b.id = p.blob_id
    join clients c on c.id = p.client_id
    cross join lateral (select case split_part(b.content_type, '/', 1)
      when 'video' then 'video' when 'image' then 'image' when 'audio' then 'audio'
      else 'other' end as kind) k
    where p.state = 'PRESENT'
    group by c.id, c.name, p.backend_id, k.kind
    order by bytes desc, "clientId", "storeId", kind`;
  return {
    items: rows.map(({ files, bytes, ...row }) => ({
      ...row,
      files: Number(files),
      bytes: Number(bytes),
    })),
  };
}
