import { v7 as uuid } from "uuid";
import { actorId } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { prepared } from "@/lib/db";
import type { NewPlace, UploadHandle } from "@/lib/storage";
import { creatorOf } from "./assert-may-change";
import type { ArtifactType } from "./schema";

export interface NewArtifact {
  id: string;
  uploadId: string;
  name: string;
  type: ArtifactType;
  siteId: string | null;
  handle: UploadHandle & NewPlace;
  createdAt: Date;
}

// One statement is one transaction and one round trip. Everything hangs on `artifact`. Limits are
// held by triggers, which run at the end of it and undo it all.
const text = `
  with artifact as (
    insert into artifacts (client_id, id, name, type, status, content_type, size_bytes,
      created_by_id, created_at, updated_at, site_id)
    values ($1, $2, $3, $4::"ArtifactType", 'UPLOADING', $5, $6, $7, $8, $8, $18::uuid)
    returning client_id, id, size_bytes, content_type, created_at, created_by_id
  ), upload as (
    insert into uploads (client_id, id, purpose, state, artifact_id, backend_id, staging_key,
      size_bytes, content_type, part_size_bytes, store_upload_id, expires_at, created_at,
      encodings, home_id)
    select client_id, $9::uuid, 'NEW_ARTIFACT', 'OPEN', id, $10, $11,
      size_bytes, content_type, $12::int, $13, $14::timestamptz, created_at, $19::text[], $20
    from artifact
  ), event as (
    insert into audit_events (id, client_id, actor_kind, actor_id, action, subject_id, at)
    select $15::uuid, client_id, $16, $17, 'artifact.create', id::text, created_at
    from artifact
  )
  select u.name as created_by_name
  from artifact left join users u on u.id = artifact.created_by_id`;

/** Artifact, upload and trace together; answers the uploader's name. */
export async function insertArtifact(ctx: Context, artifact: NewArtifact): Promise<string | null> {
  const { handle } = artifact;
  const [row] = await prepared<{ created_by_name: string | null }>(ctx, "insert-artifact", text, [
    ctx.clientId,
    artifact.id,
    artifact.name,
    artifact.type,
    handle.contentType,
    handle.sizeBytes,
    creatorOf(ctx),
    artifact.createdAt,
    artifact.uploadId,
    handle.backendId,
    handle.key,
    handle.partSizeBytes ?? null,
    handle.storeUploadId ?? null,
    handle.expiresAt,
    uuid(),
    ctx.actor.kind,
    actorId(ctx.actor),
    artifact.siteId,
    handle.encodings,
    handle.homeId,
  ]);
  return row?.created_by_name ?? null;
}
