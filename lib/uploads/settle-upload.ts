import { acceptContent, attachPoster } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import { collectBlobsLater } from "@/lib/blobs";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { placeOf } from "@/lib/storage";
import { acceptVersion } from "@/lib/versions";
import type { UploadRow } from "./get-upload-row";
import { readPoster } from "./read-poster";

/** What is known of the bytes once they are all there. */
interface Finished {
  /** undefined: not proved yet. */
  sha256: string | undefined;
  storedSizeBytes: number;
}

/** COMPLETING → DONE, with what the upload was for. False: it is not COMPLETING any more. */
export async function settleUpload(
  ctx: Context,
  upload: UploadRow,
  finished: Finished,
): Promise<boolean> {
  switch (upload.purpose) {
    case "NEW_ARTIFACT":
      return acceptContent(ctx, { ...upload, ...finished });
    case "RENDITION":
      return settlePoster(ctx, upload, finished);
    case "NEW_VERSION":
      return settleVersion(ctx, upload, finished);
    case "RUN_OUTPUT":
      throw new AppError("precondition_failed", `nothing opens an upload for ${upload.purpose}`, {
        reason: "upload_gone",
      });
  }
}

async function settleVersion(
  ctx: Context,
  upload: UploadRow,
  finished: Finished,
): Promise<boolean> {
  const { clientId } = ctx;
  const { id, artifactId, versionNumber: number, contentType } = upload;
  if (number === null) return false;
  return transaction(ctx, async (ctx) => {
    const [done] = await ctx.db.upload.updateManyAndReturn({
      where: { clientId, id, state: "COMPLETING" },
      data: { state: "DONE" },
    });
    if (!done) return false;
    const sizeBytes = Number(upload.sizeBytes);
    const content = { objectKey: upload.stagingKey, sizeBytes, contentType };
    const bytes = { ...placeOf(upload), ...content, ...finished };
    const { claimedSha256 } = done;
    await audit(ctx, "upload.complete", artifactId, { purpose: upload.purpose });
    return acceptVersion(ctx, { artifactId, number, bytes, claimedSha256 });
  });
}

async function settlePoster(
  ctx: Context,
  upload: UploadRow,
  { storedSizeBytes }: Finished,
): Promise<boolean> {
  const { clientId } = ctx;
  const { id, artifactId, purpose, sourceBlobId, replacesPoster } = upload;
  const { size, ...poster } = await readPoster(ctx, upload);
  const bytes = { ...poster.bytes, storedSizeBytes };
  return transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.upload.updateMany({
      where: { clientId, id, state: "COMPLETING" },
      data: { state: "DONE" },
    });
    if (count === 0) return false;
    // The picture is of these bytes, also when others are shown meanwhile.
    const [source] = await ctx.db.$queryRaw<object[]>`
      select 1 from blobs
      where client_id = ${clientId} and id = ${sourceBlobId}::uuid and state = 'VERIFIED'
      for share`;
    if (!source || sourceBlobId === null) throw notFound("artifact");
    if (replacesPoster) await dropPoster(ctx, sourceBlobId);
    await attachPoster(ctx, artifactId, sourceBlobId, bytes, size);
    await audit(ctx, "upload.complete", artifactId, { purpose });
    return true;
  });
}

/** A person has chosen another one. */
async function dropPoster(ctx: Context, sourceBlobId: string): Promise<void> {
  const where = { clientId: ctx.clientId, sourceBlobId, kind: "POSTER" } as const;
  const before = await ctx.db.rendition.findMany({ where, select: { blobId: true } });
  await ctx.db.rendition.deleteMany({ where });
  await collectBlobsLater(
    ctx,
    before.map(({ blobId }) => blobId),
  );
}
