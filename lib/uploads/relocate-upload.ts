import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { newObjectKey, placeOf } from "@/lib/storage";
import { handleOf, isPast, type UploadRow } from "./get-upload-row";
import { forgetStagingJob } from "./schema";

/** S3 looks at a URL's time when a request begins: what began in time may end this much later. */
const latePutMs = 24 * 60 * 60 * 1000;

/**
 * The store of an open upload is down: from here on its bytes go to the local disk, all of them
 * anew. undefined: there is no other place, or the upload has gone on meanwhile.
 */
export async function relocateUpload(ctx: Context, row: UploadRow): Promise<UploadRow | undefined> {
  const { clientId } = ctx;
  if (row.homeId !== null || row.state !== "OPEN" || isPast(row.expiresAt)) return undefined;
  const kind = row.purpose === "RENDITION" ? "renditions" : "originals";
  const request = { ...handleOf(row), key: newObjectKey(clientId, kind) };
  // What one PUT goes to is not asked when it is opened, so it does not know yet that it is down.
  const opened = await ctx.storage.openElsewhere(clientId, request);
  if (!opened) return undefined;
  const { partSizeBytes = null, storeUploadId = null } = opened;
  const place = { ...placeOf(opened), stagingKey: request.key, partSizeBytes, storeUploadId };
  const isMoved = await transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.upload.updateMany({
      where: { clientId, id: row.id, state: "OPEN", stagingKey: row.stagingKey },
      data: place,
    });
    if (count === 0) return false;
    const left = {
      clientId,
      backendId: row.backendId,
      encodings: row.encodings,
      ...stagingOf(row),
    };
    await enqueue(ctx, forgetStagingJob, left, { maxAttempts: 25 });
    const runAt = new Date(Date.now() + latePutMs);
    await enqueue(ctx, forgetStagingJob, left, { runAt, maxAttempts: 25 });
    return true;
  });
  if (isMoved) return { ...row, ...place };
  await ctx.storage.at(opened).abortUpload({ ...request, ...opened });
  return undefined;
}

function stagingOf({
  stagingKey,
  sizeBytes,
  contentType,
  partSizeBytes,
  storeUploadId,
}: UploadRow) {
  return { stagingKey, sizeBytes, contentType, partSizeBytes, storeUploadId };
}
