import { withdrawArtifact } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs";
import { forgetJob } from "./forget-upload";
import { getUploadRow, isOpen, type UploadRow } from "./get-upload-row";

/** Gives an upload up: the row first, its bytes by a job. Said twice it does nothing. */
export async function abortUpload(ctx: Context, id: string): Promise<void> {
  const upload = await getUploadRow(ctx, id);
  if (upload.state === "DONE") throw uploadDone();
  if (!isOpen(upload)) return;
  await transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.upload.updateMany({
      where: { clientId: ctx.clientId, id, state: { in: ["OPEN", "COMPLETING"] } },
      data: { state: "ABORTED" },
    });
    if (count === 0) {
      if ((await getUploadRow(ctx, id)).state === "DONE") throw uploadDone();
      return;
    }
    await withdraw(ctx, upload);
    await enqueue(ctx, forgetJob, { clientId: ctx.clientId, uploadId: id });
    await audit(ctx, "upload.abort", upload.artifactId, { purpose: upload.purpose });
  });
}

/** What was only there for this upload goes with it. */
async function withdraw(ctx: Context, { purpose, artifactId }: UploadRow): Promise<void> {
  switch (purpose) {
    case "NEW_ARTIFACT":
      return withdrawArtifact(ctx, artifactId);
    case "NEW_VERSION":
    case "RENDITION":
    case "RUN_OUTPUT":
      return;
  }
}

function uploadDone(): AppError {
  return new AppError("precondition_failed", "the upload is complete", { reason: "upload_done" });
}
