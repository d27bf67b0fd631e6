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
  version: number;
  created_by_id: string | null;
  created_by_name: string | null;
  created_at: Date;
  updated_at: Date;
  trashed_at: Date | null;
  sha256: string | null;
  duration_ms: number | null;
  width: number | null;
  height: number | null;
  poster_sha256: string | null;
}

/** Columns and joins around a relation `a` of artifacts. */
export const artifactColumns = `
  a.client_id, a.id, a.name, a.type, a.status, a.failure_reason, a.content_type, a.size_bytes,
  a.tags, a.version, a.created_by_id, u.name as created_by_name, a.created_at, a.updated_at,
  a.trashed_at, b.sha256, b.duration_ms, b.width, b.height, p.sha256 as poster_sha256`;

export const artifactJoins = `
  left join blobs b
    on b.client_id = a.client_id and b.id = a.blob_id and b.state = 'VERIFIED'
  left join renditions r
    on r.client_id = a.client_id and r.source_blob_id = a.blob_id and r.kind = 'POSTER'
  left join blobs p
    on p.client_id = r.client_id and p.id = r.blob_id and p.state = 'VERIFIED'
  left join users u
    on u.id = a.created_by_id`;
