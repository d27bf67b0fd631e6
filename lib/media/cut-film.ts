import { type ByteSource, withFile } from "./byte-source";
import { demuxerOf, inputArgs } from "./demuxer";
import type { MediaPrograms } from "./find-program";
import { runProgram } from "./run-program";

interface Cut {
  contentType: string;
  startMs: number;
  endMs: number;
  /** Where the piece goes, an MP4. */
  path: string;
}

const timeoutMs = 30 * 60_000;
const seconds = (ms: number) => (ms / 1000).toFixed(3);

/**
 * A piece of a film, exact to the frame, which takes encoding it anew. False: it cannot be done
 * with this file or without ffmpeg. Upright, as shown: ffmpeg applies the rotation by itself.
 */
export async function cutFilm(
  source: ByteSource,
  { contentType, startMs, endMs, path }: Cut,
  { ffmpeg }: MediaPrograms,
  signal: AbortSignal,
): Promise<boolean> {
  const demuxer = demuxerOf(contentType);
  if (!ffmpeg || !demuxer) return false;
  return withFile(source, signal, async (input) => {
    const { exitCode, timedOut } = await runProgram(
      ffmpeg,
      [
        ...["-v", "error", "-nostdin", "-y", "-threads", "2", "-max_pixels", "134217728"],
        ...["-ss", seconds(startMs), ...inputArgs(demuxer, input)],
        ...["-t", seconds(endMs - startMs), "-map", "0:v:0", "-map", "0:a:0?"],
        // H.264 in 4:2:0 halves its colours, so both sides must be even.
        ...["-vf", "crop=trunc(iw/2)*2:trunc(ih/2)*2", "-c:v", "libx264", "-preset", "veryfast"],
        ...["-crf", "18", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "192k"],
        ...["-movflags", "+faststart", "-map_metadata", "-1", "-f", "mp4", path],
      ],
      { timeoutMs, maxOutputBytes: 1_000_000, signal },
    );
    return exitCode === 0 && !timedOut;
  });
}
