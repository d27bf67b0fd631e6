import { assertMayChange } from "@/lib/artifacts";
import type { ArtifactType } from "@/lib/artifacts/schema";
import { type Context, requireScope } from "@/lib/context";
import { prepared } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import type { UploadHandle } from "@/lib/storage";
import type { Upload } from "./schema";

/** An upload as pg reads it, with what its artifact says of it. */
export interface UploadRow {
  id: string;
  artifactId: string;
  purpose: Upload["purpose"];
  state: Upload["state"];
  backendId: string;
  encodings: string[];
  homeId: string | null;
  stagingKey: string;
  sizeBytes: string;
  contentType: string;
  partSizeBytes: number | null;
  storeUploadId: string | null;
  versionNumber: number | null;
  /** Of a RENDITION: the bytes that it is made of, and whether it takes the place of one. */
  sourceBlobId: string | null;
  replacesPoster: boolean;
  expiresAt: Date;
  artifactType: ArtifactType;
  createdById: string | null;
}

const text = `
  select u.id, u.artifact_id as "artifactId", u.purpose, u.state, u.backend_id as "backendId",
    u.encodings, u.home_id as "homeId",
    u.staging_key as "stagingKey", u.size_bytes as "sizeBytes", u.content_type as "contentType",
    u.part_size_bytes as "partSizeBytes", u.store_upload_id as "storeUploadId",
    u.version_number as "versionNumber", u.source_blob_id as "sourceBlobId",
    u.replaces_poster as "replacesPoster", u.expires_at as "expiresAt",
    a.type as "artifactType", a.created_by_id as "createdById"
  from uploads u
  join artifacts a on a.client_id = u.client_id and a.id = u.artifact_id
  where u.client_id = $1 and u.id = $2`;

/** An upload of this client that the caller may go on with: their own, or a manager's any. */
export async function getUploadRow(ctx: Context, id: string): Promise<UploadRow> {
  requireScope(ctx, "artifacts:write");
  const [row] = await prepared<UploadRow>(ctx, "get-upload", text, [ctx.clientId, id]);
  if (!row) throw notFound("upload");
  assertMayChange(ctx, row);
  return row;
}

/** What the driver needs to go on, in any process. */
export function handleOf(
  row: Pick<
    UploadRow,
    "stagingKey" | "contentType" | "expiresAt" | "partSizeBytes" | "storeUploadId"
  > & { sizeBytes: string | bigint },
): UploadHandle {
  return {
    key: row.stagingKey,
    sizeBytes: Number(row.sizeBytes),
    contentType: row.contentType,
    expiresAt: row.expiresAt,
    partSizeBytes: row.partSizeBytes ?? undefined,
    storeUploadId: row.storeUploadId ?? undefined,
  };
}

/** Still waits for bytes. A completion that was cut midway counts: it can be said again. */
export function isOpen({ state }: Pick<UploadRow, "state">): boolean {
  return state === "OPEN" || state === "COMPLETING";
}

export function isPast(expiresAt: Date): boolean {
  return expiresAt.getTime() <= Date.now();
}

export function uploadGone(): AppError {
  return new AppError("precondition_failed", "the upload was given up", { reason: "upload_gone" });
}
