import type { Context } from "@/lib/context";
import { handleOf } from "./get-upload-row";

/** Deletes the bytes of an upload that was given up. */
export async function forgetUpload(ctx: Context, id: string): Promise<void> {
  const { clientId } = ctx;
  const row = await ctx.db.upload.findUnique({ where: { clientId_id: { clientId, id } } });
  if (row?.state !== "ABORTED" && row?.state !== "EXPIRED") return;
  await ctx.storage.at(row).abortUpload(handleOf(row));
}
