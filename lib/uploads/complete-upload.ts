import { getArtifact } from "@/lib/artifacts";
import type { Artifact } from "@/lib/artifacts/schema";
import type { Context } from "@/lib/context";
import { prepared } from "@/lib/db";
import { isAppError } from "@/lib/errors";
import { getUploadRow, handleOf, type UploadRow, uploadGone } from "./get-upload-row";
import { provedSha256 } from "./proved-sha256";
import type { CompleteUpload } from "./schema";
import { settleUpload } from "./settle-upload";

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
    const sha256 = provedSha256(upload, proof);
    const isMine = (await claim(ctx, id, proof.sha256)) && (await finish(ctx, upload, sha256));
    if (!isMine && (await getUploadRow(ctx, id)).state !== "DONE") throw uploadGone();
  }
  return getArtifact(ctx, upload.artifactId);
}

const claimText = `
  update uploads set state = 'COMPLETING', claimed_sha256 = coalesce($3, claimed_sha256)
  where client_id = $1 and id = $2 and state in ('OPEN', 'COMPLETING')
  returning id`;

/** False: completed or given up meanwhile. */
async function claim(ctx: Context, id: string, sha256?: string): Promise<boolean> {
  const values = [ctx.clientId, id, sha256 ?? null];
  return (await prepared(ctx, "claim-upload", claimText, values)).length === 1;
}

async function finish(
  ctx: Context,
  upload: UploadRow,
  sha256: string | undefined,
): Promise<boolean> {
  try {
    const head = await ctx.storage.at(upload).finishUpload(handleOf(upload));
    return await settleUpload(ctx, upload, {
      sha256,
      storedSizeBytes: head.storedSizeBytes ?? head.sizeBytes,
    });
  } catch (error) {
    // A definite no: bytes are missing or wrong, and may be sent again.
    if (isAppError(error) && error.code === "precondition_failed") {
      await ctx.db.upload.updateMany({
        where: { clientId: ctx.clientId, id: upload.id, state: "COMPLETING" },
        data: { state: "OPEN" },
      });
    }
    throw error;
  }
}
