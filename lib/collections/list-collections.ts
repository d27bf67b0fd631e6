import { type Context, requireScope } from "@/lib/context";
import { prepared } from "@/lib/db";
import { mediaPath } from "@/lib/storage";
import { type Collection, maxCollections } from "./schema";

interface Row {
  id: string;
  name: string;
  version: number;
  created_by_id: string | null;
  count: number;
  posters: { id: string; sha256: string }[] | null;
}

const text = `
  select c.id, c.name, c.version, c.created_by_id, (
      select count(*)::int from collection_items i
      join artifacts a on a.client_id = i.client_id and a.id = i.artifact_id
      where i.client_id = c.client_id and i.collection_id = c.id
        and a.trashed_at is null and a.status <> 'DELETED'
    ) as count, (
      select json_agg(json_build_object('id', shown.id, 'sha256', shown.sha256)) from (
        select a.id, p.sha256
        from collection_items i
        join artifacts a on a.client_id = i.client_id and a.id = i.artifact_id
        join renditions r on r.client_id = a.client_id and r.source_blob_id = a.blob_id
          and r.kind = 'POSTER'
        join blobs p on p.client_id = r.client_id and p.id = r.blob_id and p.state = 'VERIFIED'
        where i.client_id = c.client_id and i.collection_id = c.id
          and a.trashed_at is null and a.status = 'AVAILABLE'
        order by i.artifact_id desc limit 4
      ) shown
    ) as posters
  from collections c where c.client_id = $1
  order by c.name collate natural_order limit $2`;

export async function listCollections(ctx: Context): Promise<{ items: Collection[] }> {
  requireScope(ctx, "artifacts:read");
  const { clientId } = ctx;
  const rows = await prepared<Row>(ctx, "list-collections", text, [clientId, maxCollections]);
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      version: row.version,
      count: row.count,
      createdById: row.created_by_id,
      posterUrls: (row.posters ?? []).map(({ id, sha256 }) =>
        mediaPath({ clientId, artifactId: id, sha256 }),
      ),
    })),
  };
}
