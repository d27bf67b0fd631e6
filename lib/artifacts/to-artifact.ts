import { mediaPath } from "@/lib/storage";
import type { ArtifactRow } from "./artifact-row";
import { kindOf } from "./content-type";
import type { Artifact } from "./schema";

export function toArtifact(row: ArtifactRow): Artifact {
  const urlOf = (sha256: string | null) =>
    sha256 && mediaPath({ clientId: row.client_id, artifactId: row.id, sha256 });
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    status: row.status,
    failureReason: row.failure_reason,
    contentType: row.content_type,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256,
    durationMs: row.duration_ms,
    width: row.width,
    height: row.height,
    mediaUrl: urlOf(row.sha256),
    posterUrl: urlOf(row.poster_sha256),
    wantsPoster: wantsPoster(row),
    tags: row.tags,
    siteId: row.site_id,
    collectionIds: row.collection_ids,
    isFavorite: row.is_favorite,
    versionNumber: row.version_number,
    version: row.version,
    createdBy:
      row.created_by_id && row.created_by_name
        ? { id: row.created_by_id, name: row.created_by_name }
        : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}

/** The job had its chance before AVAILABLE, so what has no poster then gets none on this machine. */
function wantsPoster({ status, type, poster_sha256 }: ArtifactRow): boolean {
  const kind = kindOf(type);
  return status === "AVAILABLE" && poster_sha256 === null && (kind === "video" || kind === "image");
}
