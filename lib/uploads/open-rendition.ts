import { v7 as uuid } from "uuid";
import { assertMayChange, uploadLifeMs, withOpenUpload } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { newObjectKey, placeOf } from "@/lib/storage";
import type { CreateRendition, Upload } from "./schema";
import { toUpload } from "./to-upload";

/** A place for a poster that a browser took, of an artifact that has none. */
export async function openRendition(
  ctx: Context,
  artifactId: string,
  { kind, contentType, sizeBytes, replace = false }: CreateRendition,
): Promise<Upload> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  const sourceBlobId = await posterSource(ctx, artifactId, replace);
  const request = {
    key: newObjectKey(clientId, "renditions"),
    ...{ contentType, sizeBytes },
    expiresAt: new Date(Date.now() + uploadLifeMs),
  };
  return withOpenUpload(ctx, request, async (handle, plan) => {
    const row = await transaction(ctx, async (ctx) => {
      await audit(ctx, "upload.open", artifactId, { purpose: "RENDITION", kind });
      return ctx.db.upload.create({
        data: {
          clientId,
          id: uuid(),
          purpose: "RENDITION",
          renditionKind: kind,
          state: "OPEN",
          artifactId,
          ...{ sourceBlobId, replacesPoster: replace },
          ...placeOf(handle),
          stagingKey: handle.key,
          ...{ contentType, sizeBytes, expiresAt: handle.expiresAt },
          partSizeBytes: handle.partSizeBytes ?? null,
          storeUploadId: handle.storeUploadId ?? null,
        },
      });
    });
    return toUpload(row, plan);
  });
}

/** The bytes that are shown now, which the poster is to be of. */
async function posterSource(
  { db, ...ctx }: Context,
  artifactId: string,
  replace: boolean,
): Promise<string> {
  const artifact = await db.artifact.findFirst({
    where: { clientId: ctx.clientId, id: artifactId, status: { not: "DELETED" } },
    select: {
      status: true,
      createdById: true,
      blobId: true,
      blob: { select: { renditions: { where: { kind: "POSTER" }, take: 1 } } },
    },
  });
  if (!artifact) throw notFound("artifact");
  assertMayChange({ db, ...ctx }, artifact);
  const hasOne = !replace && (artifact.blob?.renditions.length ?? 0) > 0;
  if (artifact.status !== "AVAILABLE" || artifact.blobId === null || hasOne) {
    throw new AppError("conflict", "this artifact waits for no poster", {
      reason: "poster_not_wanted",
    });
  }
  return artifact.blobId;
}
