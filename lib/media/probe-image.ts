import sharp, { type Sharp } from "sharp";
import { AppError } from "@/lib/errors";
import type { ByteSource } from "./byte-source";
import { withFile } from "./byte-source";
import type { ProbedMedia } from "./probe";

/** Above this a picture is not decoded here: 4 bytes a pixel are held in memory. */
export const maxPixels = 100_000_000;
const maxSvgBytes = 5_000_000;

/** A picture for sharp. SVG by its bytes: given a path, it might include files that lie beside it. */
export async function openImage(
  source: ByteSource,
  contentType: string,
  path: string,
): Promise<Sharp> {
  const options = { limitInputPixels: maxPixels, failOn: "truncated" } as const;
  if (contentType !== "image/svg+xml") return sharp(path, options);
  if (source.sizeBytes > maxSvgBytes) {
    throw new AppError("too_large", "an SVG may have 5 MB", { reason: "file_too_large" });
  }
  return sharp(await source.read(0, source.sizeBytes), options);
}

export async function probeImage(
  source: ByteSource,
  contentType: string,
  signal: AbortSignal,
): Promise<ProbedMedia> {
  const base = { kind: "image", contentType, facts: {} } as const;
  return withFile(source, signal, async (path) => {
    try {
      const image = await openImage(source, contentType, path);
      const meta = await image.metadata();
      const { width, height } = meta.autoOrient ?? meta;
      const media: ProbedMedia = {
        ...base,
        facts: { container: meta.format, ...(meta.pages ? { pages: meta.pages } : {}) },
        ...(width && height ? { width, height } : {}),
      };
      // The bundled libheif reads AVIF; HEVC (HEIC of phones) no browser on a screen shows either.
      if (meta.compression === "hevc") return { ...media, flaw: "unsupported" };
      if (width * height > maxPixels) return media;
      await image.resize(16).toBuffer();
      return media;
    } catch {
      if (signal.aborted) throw signal.reason;
      if (/hei[cf]/.test(contentType)) return { ...base, flaw: "unsupported" };
      const ended = await endsProperly(source, contentType);
      return { ...base, flaw: ended ? "unreadable" : "truncated" };
    }
  });
}

/** The last marker of a JPEG and the last chunk of a PNG; others cannot be told. */
async function endsProperly(source: ByteSource, contentType: string): Promise<boolean> {
  const tail = await source.read(Math.max(0, source.sizeBytes - 1024), source.sizeBytes);
  if (contentType === "image/jpeg") return tail.includes(Buffer.from([0xff, 0xd9]));
  if (contentType === "image/png") return tail.includes("IEND");
  return true;
}
