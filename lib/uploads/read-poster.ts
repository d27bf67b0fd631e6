import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { StoredBytes } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { objectSource, probe } from "@/lib/media";

const probeTimeoutMs = 10_000;

/** A poster comes from a browser, so it is looked at before anybody else sees it. It is small. */
export async function readPoster(
  ctx: Context,
  { backendId, objectKey, sizeBytes, contentType }: StoredBytes,
): Promise<{ sha256: string; width: number; height: number }> {
  const driver = ctx.storage.backend(backendId);
  const none = { ffmpeg: undefined, ffprobe: undefined };
  const source = objectSource(driver, objectKey, sizeBytes);
  const media = await probe(source, none, AbortSignal.timeout(probeTimeoutMs));
  const { width, height } = media;
  if (media.contentType !== contentType || media.flaw || !width || !height) {
    throw new AppError("precondition_failed", "this is not the picture that was announced", {
      reason: "poster_unreadable",
    });
  }
  const bytes = await buffer(await driver.get(objectKey));
  return { sha256: createHash("sha256").update(bytes).digest("hex"), width, height };
}
