import { v7 as uuid } from "uuid";
import { actorId } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { prepared } from "@/lib/db";
import { addJobSql } from "@/lib/jobs";
import { changeChannel } from "@/lib/realtime";
import type { Change } from "@/lib/realtime/schema";
import { kindOf } from "./content-type";
import { precedingStatuses } from "./lifecycle";
import { maxAttempts, processJob } from "./process-artifact";
import type { ArtifactType } from "./schema";

interface CompletedUpload {
  id: string;
  artifactId: string;
  artifactType: ArtifactType;
  /** undefined: not proved yet; the job reads the bytes. */
  sha256: string | undefined;
  storedSizeBytes: number;
}

// Everything hangs on `moved`: no artifact that waits for these bytes, nothing done. The upload
// is locked first, as by whoever gives it up.
const text = `
  with upload as (
    select client_id, id, artifact_id, purpose, backend_id, staging_key, size_bytes, content_type,
      encodings, home_id
    from uploads where client_id = $1 and id = $2 and state = 'COMPLETING' for update
  ), moved as (
    update artifacts a
    set status = $3::"ArtifactStatus", blob_id = $4::uuid, updated_at = now()
    from upload
    where a.client_id = upload.client_id and a.id = upload.artifact_id
      and a.status = any($5::"ArtifactStatus"[])
    returning upload.*, a.name, a.created_by_id
  ), done as (
    update uploads u set state = 'DONE'
    from moved where u.client_id = moved.client_id and u.id = moved.id
  ), blob as (
    insert into blobs (client_id, id, state, sha256, size_bytes, content_type)
    select client_id, $4::uuid, $6::"BlobState", $7, size_bytes, content_type from moved
  ), placement as (
    insert into placements (client_id, id, blob_id, backend_id, object_key, stored_size_bytes, state,
      encodings, home_id)
    select client_id, $8::uuid, $4::uuid, backend_id, staging_key, $19::bigint, 'PRESENT',
      encodings, home_id
    from moved
  ), version as (
    insert into artifact_versions (client_id, artifact_id, number, origin, state, file_name,
      content_type, size_bytes, blob_id, created_by_id)
    select client_id, artifact_id, 1, 'UPLOAD',
      case when $14 then 'PENDING' else 'READY' end::"VersionState", name, content_type, size_bytes, $4::uuid,
      created_by_id
    from moved
  ), event as (
    insert into audit_events (id, client_id, actor_kind, actor_id, action, subject_id, detail)
    select $9::uuid, client_id, $10, $11, 'upload.complete', artifact_id::text,
      jsonb_build_object('purpose', purpose)
    from moved
  )
  select pg_notify($12, $13), case when $14 then (${addJobSql({
    name: "$15",
    payload: "$16",
    jobKey: "$17",
    maxAttempts: "$18",
  })}).id end
  from moved`;

/**
 * The bytes of a new artifact are in the store: ends the upload, and what speaks of the bytes is
 * there with it, in one statement. False: the upload is not COMPLETING any more.
 */
export async function acceptContent(ctx: Context, upload: CompletedUpload): Promise<boolean> {
  const { clientId } = ctx;
  const { artifactId, sha256 } = upload;
  const isReady = sha256 !== undefined && kindOf(upload.artifactType) === undefined;
  const status = isReady ? "AVAILABLE" : "PROCESSING";
  const change: Change = { kind: "artifacts", clientId, ids: [artifactId] };
  const rows = await prepared(ctx, "accept-content", text, [
    clientId,
    upload.id,
    status,
    uuid(),
    precedingStatuses(status),
    sha256 === undefined ? "STAGED" : "VERIFIED",
    sha256 ?? null,
    uuid(),
    uuid(),
    ctx.actor.kind,
    actorId(ctx.actor),
    changeChannel,
    JSON.stringify(change),
    !isReady,
    processJob,
    JSON.stringify({ clientId, artifactId }),
    `${processJob}:${artifactId}`,
    maxAttempts,
    upload.storedSizeBytes,
  ]);
  return rows.length === 1;
}
