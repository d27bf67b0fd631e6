import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { StoredBytes } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { objectSource, probe } from "@/lib/media";
import { placeOf } from "@/lib/storage";
import type { UploadRow } from "./get-upload-row";

const probeTimeoutMs = 10_000;

interface ReadPoster {
  bytes: StoredBytes;
  size: { width: number; height: number };
}

/** A poster comes from a browser, so it is looked at before anybody else sees it. It is small. */
export async function readPoster(
  ctx: Context,
  { stagingKey: objectKey, contentType, ...row }: UploadRow,
): Promise<ReadPoster> {
  const sizeBytes = Number(row.sizeBytes);
  const driver = ctx.storage.at(row);
  const none = { ffmpeg: undefined, ffprobe: undefined };
  const source = objectSource(driver, objectKey, sizeBytes);
  const media = await probe(source, none, AbortSignal.timeout(probeTimeoutMs));
  const { width, height } = media;
  if (media.contentType !== contentType || media.flaw || !width || !height) {
    throw new AppError("precondition_failed", "this is not the picture that was announced", {
      reason: "poster_unreadable",
    });
  }
  const content = await buffer(await driver.get(objectKey));
  const sha256 = createHash("sha256").update(content).digest("hex");
  return {
    bytes: { ...placeOf(row), objectKey, sizeBytes, contentType, sha256 },
    size: { width, height },
  };
}
