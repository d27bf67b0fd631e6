import type { ArtifactStatus, ArtifactType, FailureReason } from "./schema";

/** An artifact with what its bytes, its poster and its uploader add; as pg reads it. */
export interface ArtifactRow {
  client_id: string;
  id: string;
  name: string;
  type: ArtifactType;
  status: ArtifactStatus;
  failure_reason: FailureReason | null;
  content_type: string;
  size_bytes: string | number;
  tags: string[];
  site_id: string | null;
  collection_ids: string[];
  is_favorite: boolean;
  version_number: number;
  version: number;
  created_by_id: string | null;
  created_by_name: string | null;
  /** ISO 8601 in UTC. */
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  sha256: string | null;
  duration_ms: number | null;
  width: number | null;
  height: number | null;
  poster_sha256: string | null;
}

// Postgres writes dates as they are answered: parsing and formatting them was half of a page's work.
const iso = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// The poster by a subquery and the blob by a lateral one: joined, the planner reads all that there are.
/** Columns and joins around a relation `a` of artifacts; $1 is the client, $2 the caller's id as a person. */
export const artifactColumns = `
  a.client_id, a.id, a.name, a.type, a.status, a.failure_reason, a.content_type, a.size_bytes,
  a.tags, a.site_id, a.version_number, a.version, a.created_by_id, u.name as created_by_name,
  ${iso("a.created_at")} as created_at, ${iso("a.updated_at")} as updated_at,
  ${iso("a.trashed_at")} as trashed_at, b.sha256, a.duration_ms, a.width, a.height, array(
    select i.collection_id from collection_items i
    where i.client_id = a.client_id and i.artifact_id = a.id
  ) as collection_ids, exists (
    select 1 from favorites f
    where f.client_id = a.client_id and f.user_id = $2::uuid and f.artifact_id = a.id
  ) as is_favorite, (
    select p.sha256
    from renditions r
    join blobs p on p.client_id = r.client_id and p.id = r.blob_id and p.state = 'VERIFIED'
    where r.client_id = a.client_id and r.source_blob_id = a.blob_id and r.kind = 'POSTER'
  ) as poster_sha256`;

export const artifactJoins = `
  left join lateral (
    select sha256 from blobs
    where client_id = a.client_id and id = a.blob_id and state = 'VERIFIED'
    limit 1
  ) b on true
  left join users u
    on u.id = a.created_by_id`;
