import { v7 as uuid } from "uuid";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { publishSoon } from "@/lib/realtime";
import { runtime } from "@/lib/runtime";
import { newObjectKey, type UploadRequest } from "@/lib/storage";
import { creatorOf } from "./assert-may-change";
import { contentTypeOf, typeOf } from "./content-type";
import { insertArtifact } from "./insert-artifact";
import type { CreateArtifact, CreatedArtifact } from "./schema";
import { toArtifact } from "./to-artifact";
import { withOpenUpload } from "./with-open-upload";

/** How long the bytes may take to come; URLs live shorter and are signed anew on the way. */
export const uploadLifeMs = 24 * 60 * 60 * 1000;

/** Reserves an artifact and says how its bytes get to the store. The hottest path: one statement. */
export async function createArtifact(
  ctx: Context,
  input: CreateArtifact,
): Promise<CreatedArtifact> {
  requireScope(ctx, "artifacts:write");
  assertSize(input.sizeBytes);

  const createdAt = new Date();
  const contentType = contentTypeOf(input.name, input.contentType);
  const request: UploadRequest = {
    key: newObjectKey(ctx.clientId, "originals"),
    sizeBytes: input.sizeBytes,
    contentType,
    expiresAt: new Date(createdAt.getTime() + uploadLifeMs),
  };
  const artifact = {
    id: uuid(),
    uploadId: uuid(),
    name: input.name,
    type: input.type ?? typeOf(contentType),
    siteId: siteOf(ctx),
    createdAt,
  };
  const { plan, creatorName } = await withOpenUpload(ctx, request, async (handle, plan) => {
    return { plan, creatorName: await insertArtifact(ctx, { ...artifact, handle }) };
  });
  publishSoon(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: [artifact.id] });

  return {
    artifact: toArtifact({
      ...nothingYet,
      client_id: ctx.clientId,
      id: artifact.id,
      name: artifact.name,
      type: artifact.type,
      site_id: artifact.siteId,
      content_type: contentType,
      size_bytes: input.sizeBytes,
      created_by_id: creatorOf(ctx),
      created_by_name: creatorName,
      created_at: createdAt.toISOString(),
      updated_at: createdAt.toISOString(),
    }),
    upload: {
      id: artifact.uploadId,
      artifactId: artifact.id,
      purpose: "NEW_ARTIFACT",
      state: "OPEN",
      sizeBytes: input.sizeBytes,
      contentType,
      expiresAt: request.expiresAt.toISOString(),
      plan,
    },
  };
}

const nothingYet = {
  status: "UPLOADING",
  failure_reason: null,
  tags: [],
  collection_ids: [],
  is_favorite: false,
  version_number: 1,
  version: 1,
  trashed_at: null,
  sha256: null,
  duration_ms: null,
  width: null,
  height: null,
  poster_sha256: null,
} as const satisfies Partial<Parameters<typeof toArtifact>[0]>;

/** The store of whoever works in one alone. */
export function siteOf({ siteIds }: Context): string | null {
  return (siteIds?.length === 1 && siteIds[0]) || null;
}

export function assertSize(sizeBytes: number): void {
  const maxBytes = runtime().config.MAX_UPLOAD_BYTES;
  if (sizeBytes <= maxBytes) return;
  throw new AppError("too_large", `a file may have ${maxBytes} bytes`, {
    reason: "file_too_large",
    params: { maxBytes },
  });
}
