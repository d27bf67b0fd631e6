import sharp, { type Sharp } from "sharp";
import type { ByteSource } from "./byte-source";
import { withFile } from "./byte-source";
import { decodeApart } from "./decode-apart";
import { maxPixels } from "./picture-size";
import type { ProbedMedia } from "./probe";

export const svgType = "image/svg+xml";

/** Any picture but an SVG, for sharp. */
export function openImage(path: string): Sharp {
  return sharp(path, { limitInputPixels: maxPixels, failOn: "truncated" });
}

export async function probeImage(
  source: ByteSource,
  contentType: string,
  signal: AbortSignal,
): Promise<ProbedMedia> {
  const base = { kind: "image", contentType, facts: {} } as const;
  if (contentType === svgType) {
    const drawn = await decodeApart("svg", source, signal);
    if (drawn === null || drawn === "gave_up") return { ...base, flaw: "unreadable" };
    const { width, height } = drawn;
    return { ...base, facts: { container: "svg" }, width, height };
  }
  return withFile(source, signal, async (path) => {
    try {
      const image = openImage(path);
      const meta = await image.metadata();
      const { width, height } = meta.autoOrient ?? meta;
      const media: ProbedMedia = {
        ...base,
        facts: {
          container: meta.format,
          color: meta.space,
          ...(meta.pages ? { pages: meta.pages } : {}),
        },
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
