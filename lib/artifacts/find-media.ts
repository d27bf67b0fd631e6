import { LRUCache } from "lru-cache";
import type { BaseContext } from "@/lib/context";
import { prepared } from "@/lib/db";
import type { Place } from "@/lib/storage";

interface MediaLink {
  clientId: string;
  artifactId: string;
  sha256: string;
}

/** Where bytes that an artifact stands for lie, its own or a rendition's. */
export interface Media {
  /** Everywhere that they lie, and where equal ones of this client do. */
  places: MediaPlace[];
  sizeBytes: number;
  contentType: string;
  fileName: string;
  trashed: boolean;
}

/** In the order in which they are asked. */
export const standings = ["own", "equal", "broken"] as const;
type Standing = (typeof standings)[number];

export interface MediaPlace extends Place {
  key: string;
  storedSizeBytes: number;
  /** `equal`: another blob's with the same hash. `broken`, of either: lost or damaged when last read. */
  standing: Standing;
}

// What a hash stands for never changes, but an artifact can be thrown away or renamed: so long
// may another process's cache go on serving it.
const ttlMs = 5_000;

const cache = new LRUCache<string, Media, BaseContext>({
  max: 10_000,
  ttl: ttlMs,
  fetchMethod: (name, _stale, { context }) => readMedia(context, name),
});

/**
 * For the data plane, which has authorised the caller: answers many requests a second for the
 * same few files. undefined: no such artifact, or these are not its bytes (any more).
 */
export function findMedia(ctx: BaseContext, link: MediaLink): Promise<Media | undefined> {
  return cache.fetch(`${link.clientId}/${link.artifactId}/${link.sha256}`, { context: ctx });
}

/** After a change to these artifacts the next request looks anew. */
export function forgetMedia(clientId: string, artifactIds: readonly string[]): void {
  const changed = new Set(artifactIds.map((id) => `${clientId}/${id}`));
  for (const name of cache.keys()) {
    if (changed.has(name.slice(0, name.lastIndexOf("/")))) cache.delete(name);
  }
}

interface Row {
  places: MediaPlace[];
  size_bytes: string;
  content_type: string;
  name: string;
  is_rendition: boolean;
  trashed: boolean;
}

async function readMedia(ctx: BaseContext, name: string): Promise<Media | undefined> {
  const [row] = await prepared<Row>(
    ctx,
    "find-media",
    `select lying.places, b.size_bytes, b.content_type, a.name,
            not (b.id = a.blob_id or v.blob_id is not null) as is_rendition, a.trashed_at is not null as trashed
     from artifacts a
     join blobs b on b.client_id = a.client_id and b.sha256 = $3 and b.state <> 'DELETING'
     left join artifact_versions v on v.client_id = a.client_id and v.artifact_id = a.id
      and v.blob_id = b.id
     cross join lateral (
        select json_agg(json_build_object('backendId', p.backend_id, 'key', p.object_key,
          'encodings', p.encodings, 'storedSizeBytes', p.stored_size_bytes,
          'standing', case when p.problem is not null then 'broken'
            when s.id = b.id then 'own' else 'equal' end)
          order by p.created_at desc) as places
        from blobs s
        join placements p on p.client_id = s.client_id and p.blob_id = s.id
        where s.client_id = b.client_id and s.sha256 = b.sha256 and s.state <> 'DELETING'
          and p.state = 'PRESENT') lying
     where a.client_id = $1 and a.id = $2 and lying.places is not null
      and a.status not in ('EXPIRED', 'DELETED')
      and (b.id = a.blob_id or v.blob_id is not null or exists (
        select 1 from renditions r
        where r.client_id = a.client_id and r.blob_id = b.id and (
          r.source_blob_id = a.blob_id or exists (
            select 1 from artifact_versions o
            where o.client_id = a.client_id and o.artifact_id = a.id
              and o.blob_id = r.source_blob_id))))
     order by b.id = a.blob_id desc, v.blob_id is not null desc
     limit 1`,
    name.split("/"),
  );
  if (!row) return undefined;
  return {
    places: row.places,
    sizeBytes: Number(row.size_bytes),
    contentType: row.content_type,
    fileName: row.is_rendition ? renditionName(row) : row.name,
    trashed: row.trashed,
  };
}

function renditionName({ name, content_type }: Row): string {
  return `${name}.${content_type.split("/")[1]?.replace("jpeg", "jpg")}`;
}
