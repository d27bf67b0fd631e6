import { withdrawArtifact } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs";
import { withdrawVersion } from "@/lib/versions";
import { forgetJob } from "./forget-upload";
import { getUploadRow, isOpen, type UploadRow } from "./get-upload-row";

/** Gives an upload up: the row first, its bytes by a job. Said twice it does nothing. */
export async function abortUpload(ctx: Context, id: string): Promise<void> {
  const upload = await getUploadRow(ctx, id);
  if (isOpen(upload) && (await abandon(ctx, upload))) return;
  if ((await getUploadRow(ctx, id)).state !== "DONE") return;
  throw new AppError("precondition_failed", "the upload is complete", { reason: "upload_done" });
}

/** False: completed or given up meanwhile. */
function abandon(
  ctx: Context,
  { id, artifactId, purpose, versionNumber }: UploadRow,
): Promise<boolean> {
  return transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.upload.updateMany({
      where: { clientId: ctx.clientId, id, state: { in: ["OPEN", "COMPLETING"] } },
      data: { state: "ABORTED" },
    });
    if (count === 0) return false;
    await withdraw(ctx, purpose, artifactId, versionNumber);
    await enqueue(ctx, forgetJob, { clientId: ctx.clientId, uploadId: id });
    await audit(ctx, "upload.abort", artifactId, { purpose });
    return true;
  });
}

/** What was only there for this upload goes with it. */
async function withdraw(
  ctx: Context,
  purpose: UploadRow["purpose"],
  artifactId: string,
  versionNumber: number | null,
): Promise<void> {
  switch (purpose) {
    case "NEW_ARTIFACT":
      return withdrawArtifact(ctx, artifactId);
    case "NEW_VERSION":
      return versionNumber === null ? undefined : withdrawVersion(ctx, artifactId, versionNumber);
    case "RENDITION":
    case "RUN_OUTPUT":
      return;
  }
}
