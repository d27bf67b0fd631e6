import { acceptContent, attachPoster } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
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
    case "RUN_OUTPUT":
      throw new AppError("precondition_failed", `nothing opens an upload for ${upload.purpose}`, {
        reason: "upload_gone",
      });
  }
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
    await attachPoster(ctx, artifactId, artifact.blobId, bytes, size);
    await audit(ctx, "upload.complete", artifactId, { purpose });
    return true;
  });
}
