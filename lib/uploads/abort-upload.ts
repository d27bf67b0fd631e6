import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { getUploadRow, isOpen } from "./get-upload-row";
import { giveUp } from "./give-up";

/** Gives an upload up: the row first, its bytes by a job. Said twice it does nothing. */
export async function abortUpload(ctx: Context, id: string): Promise<void> {
  const upload = await getUploadRow(ctx, id);
  if (isOpen(upload) && (await giveUp(ctx, upload, "ABORTED"))) return;
  if ((await getUploadRow(ctx, id)).state !== "DONE") return;
  throw new AppError("precondition_failed", "the upload is complete", { reason: "upload_done" });
}
