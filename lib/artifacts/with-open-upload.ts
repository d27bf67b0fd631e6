import type { Context } from "@/lib/context";
import type { NewPlace, UploadHandle, UploadRequest } from "@/lib/storage";
import type { UploadPlan } from "@/lib/uploads/schema";
import { planUpload } from "./plan-upload";

/**
 * Opens a place at the store and has it written down. What comes to nothing (a limit refuses, the
 * database is away) is given back, so that nothing is left there that nobody knows of.
 */
export async function withOpenUpload<T>(
  ctx: Context,
  request: UploadRequest,
  write: (handle: UploadHandle & NewPlace, plan: UploadPlan) => Promise<T>,
): Promise<T> {
  const handle = { ...request, ...(await ctx.storage.openUpload(ctx.clientId, request)) };
  const driver = ctx.storage.at(handle);
  try {
    return await write(handle, await planUpload(driver, handle));
  } catch (error) {
    await driver.abortUpload(handle).catch((err: unknown) => {
      ctx.log.warn({ err }, "an upload that came to nothing could not be forgotten");
    });
    throw error;
  }
}
