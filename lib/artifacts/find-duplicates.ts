import { type Context, requireScope } from "@/lib/context";
import { prepared } from "@/lib/db";
import type { DuplicateList, FindDuplicates } from "./schema";

// The oldest few of each: whoever has the same film twenty times need not read twenty names.
const text = `
  select wanted.sha256, found.id as "artifactId", found.name, found.trashed as "isTrashed"
  from unnest($2::text[]) wanted (sha256)
  cross join lateral (
    select a.id, a.name, a.trashed_at is not null as trashed
    from blobs b
    join artifacts a on a.client_id = b.client_id and a.blob_id = b.id
    where b.client_id = $1 and b.sha256 = wanted.sha256 and b.state = 'VERIFIED'
      and a.status in ('PROCESSING', 'AVAILABLE', 'EXPIRED')
      -- Bytes that are lost wherever they lay are not had already: they are to come again.
      and exists (
        select 1 from blobs s
        join placements p on p.client_id = s.client_id and p.blob_id = s.id
        where s.client_id = $1 and s.sha256 = wanted.sha256 and s.state <> 'DELETING'
          and p.state = 'PRESENT' and p.problem is null)
    order by a.trashed_at nulls first, a.id
    limit 5
  ) found`;

/** What the library has already of these bytes, also in the trash; never another client's. */
export async function findDuplicates(
  ctx: Context,
  { sha256s }: FindDuplicates,
): Promise<DuplicateList> {
  requireScope(ctx, "artifacts:read");
  const wanted = [...new Set(sha256s)];
  const items = await prepared<DuplicateList["items"][number]>(ctx, "find-duplicates", text, [
    ctx.clientId,
    wanted,
  ]);
  return { items };
}
