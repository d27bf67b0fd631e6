import { acceptContent, attachPoster, type StoredBytes } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import { collectBlobsLater } from "@/lib/blobs";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { acceptVersion } from "@/lib/versions";
import type { UploadRow } from "./get-upload-row";
import { readPoster } from "./read-poster";

/** COMPLETING → DONE, with what the upload was for. False: it is not COMPLETING any more. */
export async function settleUpload(
  ctx: Context,
  upload: UploadRow,
  sha256: string | undefined,
): Promise<boolean> {
  switch (upload.purpose) {
    case "NEW_ARTIFACT":
      return acceptContent(ctx, { ...upload, sha256 });
    case "RENDITION":
      return settlePoster(ctx, upload);
    case "NEW_VERSION":
      return settleVersion(ctx, upload, sha256);
    case "RUN_OUTPUT":
      throw new AppError("precondition_failed", `nothing opens an upload for ${upload.purpose}`, {
        reason: "upload_gone",
      });
  }
}

async function settleVersion(
  ctx: Context,
  upload: UploadRow,
  sha256: string | undefined,
): Promise<boolean> {
  const { clientId } = ctx;
  const { id, artifactId, versionNumber: number, backendId, contentType } = upload;
  if (number === null) return false;
  return transaction(ctx, async (ctx) => {
    const [done] = await ctx.db.upload.updateManyAndReturn({
      where: { clientId, id, state: "COMPLETING" },
      data: { state: "DONE" },
    });
    if (!done) return false;
    const sizeBytes = Number(upload.sizeBytes);
    const bytes = { backendId, objectKey: upload.stagingKey, sizeBytes, contentType, sha256 };
    const { claimedSha256 } = done;
    return acceptVersion(ctx, { artifactId, number, bytes, claimedSha256 });
  });
}

async function settlePoster(ctx: Context, upload: UploadRow): Promise<boolean> {
  const { clientId } = ctx;
  const { id, artifactId, purpose } = upload;
  const { bytes, size } = await readPoster(ctx, upload);
  return transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.upload.updateMany({
      where: { clientId, id, state: "COMPLETING" },
      data: { state: "DONE" },
    });
    if (count === 0) return false;
    const artifact = await ctx.db.artifact.findUnique({
      where: { clientId_id: { clientId, id: artifactId } },
      select: { blobId: true },
    });
    if (!artifact?.blobId) throw notFound("artifact");
    await replacePoster(ctx, artifactId, artifact.blobId, bytes, size);
    await audit(ctx, "upload.complete", artifactId, { purpose });
    return true;
  });
}

/** What a browser sends was either asked for, as there was none, or chosen by a person. */
async function replacePoster(
  ctx: Context,
  artifactId: string,
  sourceBlobId: string,
  ...poster: [StoredBytes, { width: number; height: number }]
): Promise<void> {
  const where = { clientId: ctx.clientId, sourceBlobId, kind: "POSTER" } as const;
  const before = await ctx.db.rendition.findMany({ where, select: { blobId: true } });
  await ctx.db.rendition.deleteMany({ where });
  await attachPoster(ctx, artifactId, sourceBlobId, ...poster);
  await collectBlobsLater(
    ctx,
    before.map(({ blobId }) => blobId),
  );
}
