import { getArtifact, type StoredBytes } from "@/lib/artifacts";
import type { Artifact } from "@/lib/artifacts/schema";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { isAppError } from "@/lib/errors";
import { getUploadRow, handleOf, type UploadRow, uploadGone } from "./get-upload-row";
import { provedSha256 } from "./proved-sha256";
import type { CompleteUpload } from "./schema";
import { settlementOf } from "./settlement";

/**
 * All bytes were sent. Said twice it answers the same; cut midway it can be said again. Bytes
 * first, then everything that speaks of them in one transaction.
 */
export async function completeUpload(
  ctx: Context,
  id: string,
  proof: CompleteUpload,
): Promise<Artifact> {
  const upload = await getUploadRow(ctx, id);
  if (upload.state !== "DONE") {
    const bytes: StoredBytes = {
      backendId: upload.backendId,
      objectKey: upload.stagingKey,
      sizeBytes: Number(upload.sizeBytes),
      contentType: upload.contentType,
      sha256: provedSha256(upload, proof),
    };
    if (await claim(ctx, upload, proof.sha256)) await finish(ctx, upload, bytes);
  }
  return getArtifact(ctx, upload.artifactId);
}

/** False: another call has completed it meanwhile. */
async function claim(ctx: Context, upload: UploadRow, sha256?: string): Promise<boolean> {
  const { count } = await ctx.db.upload.updateMany({
    where: { clientId: ctx.clientId, id: upload.id, state: { in: ["OPEN", "COMPLETING"] } },
    data: { state: "COMPLETING", ...(sha256 ? { claimedSha256: sha256 } : {}) },
  });
  if (count === 0) await assertDone(ctx, upload.id);
  return count === 1;
}

async function finish(ctx: Context, upload: UploadRow, bytes: StoredBytes): Promise<void> {
  const { clientId } = ctx;
  try {
    await ctx.storage.backend(upload.backendId).finishUpload(handleOf(upload));
    const settle = await settlementOf(ctx, upload, bytes);
    await transaction(ctx, async (ctx) => {
      const { count } = await ctx.db.upload.updateMany({
        where: { clientId, id: upload.id, state: "COMPLETING" },
        data: { state: "DONE" },
      });
      if (count === 0) return assertDone(ctx, upload.id);
      await settle(ctx);
      await audit(ctx, "upload.complete", upload.artifactId, { purpose: upload.purpose });
    });
  } catch (error) {
    // A definite no: bytes are missing or wrong, and may be sent again.
    if (isAppError(error) && error.code === "precondition_failed") {
      await ctx.db.upload.updateMany({
        where: { clientId, id: upload.id, state: "COMPLETING" },
        data: { state: "OPEN" },
      });
    }
    throw error;
  }
}

async function assertDone(ctx: Context, id: string): Promise<void> {
  if ((await getUploadRow(ctx, id)).state !== "DONE") throw uploadGone();
}
