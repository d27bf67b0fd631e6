import sharp, { type Sharp } from "sharp";
import { type ByteSource, withFile } from "./byte-source";
import { decodeApart } from "./decode-apart";
import { demuxerOf, inputArgs } from "./demuxer";
import type { MediaPrograms } from "./find-program";
import { maxPixels, posterPixels } from "./picture-size";
import type { ProbedMedia } from "./probe";
import { openImage, svgType } from "./probe-image";
import { runProgram } from "./run-program";

export interface Poster {
  bytes: Buffer;
  contentType: "image/webp";
  width: number;
  height: number;
}

/** A picture, none (there is nothing to show one of), or `undecodable`. */
export type PosterOutcome = Poster | "none" | "undecodable";

// Every build of ffmpeg decodes these, so no frame means broken bytes and not a missing decoder.
const certainCodecs = new Set(["avc", "h264", "hevc", "vp8", "vp9", "mpeg4", "mpeg2video"]);

export async function takePoster(
  source: ByteSource,
  media: ProbedMedia,
  programs: MediaPrograms,
  signal: AbortSignal,
): Promise<PosterOutcome> {
  switch (media.kind) {
    case "image":
      return posterOfImage(source, media, signal);
    case "video":
      return posterOfVideo(source, media, programs, signal);
    case "audio":
      return coverOf(source, signal);
    case "other":
      return "none";
  }
}

async function posterOfImage(
  source: ByteSource,
  media: ProbedMedia,
  signal: AbortSignal,
): Promise<PosterOutcome> {
  if ((media.width ?? 0) * (media.height ?? 0) > maxPixels) return "none";
  if (media.contentType === svgType) {
    const drawn = await decodeApart("svg", source, signal);
    if (drawn === null || drawn === "gave_up" || drawn.picture === null) return "none";
    return encode(sharp(Buffer.from(drawn.picture, "base64")));
  }
  return withFile(source, signal, (path) => encode(openImage(path).autoOrient()));
}

async function posterOfVideo(
  source: ByteSource,
  media: ProbedMedia,
  { ffmpeg }: MediaPrograms,
  signal: AbortSignal,
): Promise<PosterOutcome> {
  const demuxer = demuxerOf(media.contentType ?? "");
  if (!ffmpeg || !demuxer) return "none";
  const seconds = (media.durationMs ?? 0) / 1000;
  return withFile(source, signal, async (path) => {
    let best: Buffer | undefined;
    for (const at of seconds > 0 ? [seconds * 0.1, seconds * 0.5, 0] : [0]) {
      const { stdout, timedOut } = await runProgram(ffmpeg, frameArgs(demuxer, path, at), {
        timeoutMs: 60_000,
        maxOutputBytes: 16_000_000,
        signal,
      });
      if (timedOut) break;
      if (stdout.length === 0) continue;
      best ??= stdout;
      if (await isDark(stdout)) continue;
      best = stdout;
      break;
    }
    if (best) return encode(sharp(best));
    return certainCodecs.has(media.facts.codec ?? "") ? "undecodable" : "none";
  });
}

/** Of the frames that follow, the one that stands for them best; small before they are compared. */
function frameArgs(demuxer: string, path: string, atSeconds: number): string[] {
  const square = `'min(${posterPixels}\\,iw)':'min(${posterPixels}\\,ih)'`;
  return [
    ...["-v", "error", "-nostdin", "-threads", "2", "-max_pixels", "134217728"],
    ...["-ss", atSeconds.toFixed(3), ...inputArgs(demuxer, path)],
    ...["-map", "0:v:0", "-frames:v", "1"],
    "-vf",
    `scale=iw*sar:ih,setsar=1,scale=${square}:force_original_aspect_ratio=decrease,thumbnail=24`,
    ...["-c:v", "mjpeg", "-q:v", "3", "-f", "image2pipe", "pipe:1"],
  ];
}

async function isDark(picture: Buffer): Promise<boolean> {
  const { channels } = await sharp(picture).greyscale().stats();
  const [grey] = channels;
  return grey !== undefined && grey.mean < 24 && grey.stdev < 12;
}

async function coverOf(source: ByteSource, signal: AbortSignal): Promise<PosterOutcome> {
  const cover = await decodeApart("cover", source, signal);
  if (cover === null || cover === "gave_up") return "none";
  const picture = sharp(Buffer.from(cover, "base64"), { limitInputPixels: maxPixels });
  // A song without a readable cover is still a song.
  return encode(picture).catch(() => "none" as const);
}

async function encode(image: Sharp): Promise<Poster> {
  const { data, info } = await image
    .resize(posterPixels, posterPixels, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, contentType: "image/webp", width: info.width, height: info.height };
}
