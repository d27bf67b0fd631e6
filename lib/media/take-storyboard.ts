import sharp from "sharp";
import { type ByteSource, withFile } from "./byte-source";
import { demuxerOf, inputArgs } from "./demuxer";
import type { MediaPrograms } from "./find-program";
import type { Rendered } from "./rendered";
import { runProgram } from "./run-program";
import { type StoryboardLayout, storyboardLayout } from "./storyboard-layout";

interface Film {
  contentType: string;
  durationMs: number;
  width: number;
  height: number;
}

export interface Storyboard extends Rendered {
  layout: StoryboardLayout;
}

/** Beyond it a film is too long, or its codec too slow here, to be worth it. */
const patienceMs = 120_000;
/** Longer films are looked at from key frame to key frame: a tenth of the work. */
const closeLookMs = 60_000;

/** Small frames of a film in one picture; undefined: there is no ffmpeg, or it made none in time. */
export async function takeStoryboard(
  source: ByteSource,
  film: Film,
  { ffmpeg }: MediaPrograms,
  signal: AbortSignal,
): Promise<Storyboard | undefined> {
  const demuxer = demuxerOf(film.contentType);
  if (!ffmpeg || !demuxer || film.durationMs <= 0) return undefined;
  const layout = storyboardLayout(film);
  const { stdout, timedOut, exitCode } = await withFile(source, signal, (path) =>
    runProgram(ffmpeg, sheetArgs(demuxer, path, film.durationMs, layout), {
      timeoutMs: patienceMs,
      maxOutputBytes: 16_000_000,
      signal,
    }),
  );
  if (timedOut || exitCode !== 0 || stdout.length === 0) return undefined;
  const bytes = await sharp(stdout).webp({ quality: 60 }).toBuffer();
  return { bytes, contentType: "image/webp", layout };
}

function sheetArgs(
  demuxer: string,
  path: string,
  durationMs: number,
  { columns, rows, tileWidth, tileHeight, intervalMs }: StoryboardLayout,
): string[] {
  const isLong = durationMs > closeLookMs;
  return [
    ...["-v", "error", "-nostdin", "-threads", "2", "-max_pixels", "134217728"],
    ...(isLong ? ["-discard:v", "nokey", "-skip_frame", "nokey"] : []),
    ...inputArgs(demuxer, path),
    ...["-map", "0:v:0", "-frames:v", "1"],
    "-vf",
    `fps=1000/${intervalMs},scale=${tileWidth}:${tileHeight},setsar=1,tile=${columns}x${rows}`,
    ...["-c:v", "mjpeg", "-q:v", "3", "-f", "image2pipe", "pipe:1"],
  ];
}
