import { type ByteSource, withFile } from "./byte-source";
import { demuxerOf, inputArgs } from "./demuxer";
import type { MediaPrograms } from "./find-program";
import type { Rendered } from "./rendered";
import { runProgram } from "./run-program";
import type { Waveform } from "./schema";

interface Sound {
  contentType: string;
  durationMs: number;
}

const patienceMs = 60_000;
/** One byte a sample, all held in memory: an hour and a half at the best rate. */
const maxSamples = 45_000_000;
const bestRate = 8000;
const maxPeaks = 1000;

/** How loud a sound is over time; undefined: there is no ffmpeg, or it could not tell in time. */
export async function takeWaveform(
  source: ByteSource,
  sound: Sound,
  { ffmpeg }: MediaPrograms,
  signal: AbortSignal,
): Promise<Rendered | undefined> {
  const demuxer = demuxerOf(sound.contentType);
  if (!ffmpeg || !demuxer || sound.durationMs <= 0) return undefined;
  const rate = Math.min(bestRate, Math.floor(maxSamples / (sound.durationMs / 1000)));
  const { stdout, timedOut, exitCode } = await withFile(source, signal, (path) =>
    runProgram(
      ffmpeg,
      [
        ...["-v", "error", "-nostdin", "-threads", "1", ...inputArgs(demuxer, path)],
        ...["-map", "0:a:0", "-ac", "1", "-ar", String(rate), "-c:a", "pcm_s8", "-f", "s8"],
        "pipe:1",
      ],
      { timeoutMs: patienceMs, maxOutputBytes: maxSamples + 4 * bestRate, signal },
    ),
  );
  if (timedOut || exitCode !== 0 || stdout.length === 0) return undefined;
  const waveform: Waveform = { peaks: peaksOf(stdout) };
  return { bytes: Buffer.from(JSON.stringify(waveform)), contentType: "application/json" };
}

/** The loudest of each piece, 0 to 100. */
export function peaksOf(samples: Buffer): number[] {
  const count = Math.min(maxPeaks, samples.length);
  return Array.from({ length: count }, (_, index) => {
    const end = Math.floor(((index + 1) * samples.length) / count);
    let loudest = 0;
    for (let at = Math.floor((index * samples.length) / count); at < end; at += 1)
      loudest = Math.max(loudest, Math.abs(samples.readInt8(at)));
    return Math.round((loudest / 128) * 100);
  });
}
