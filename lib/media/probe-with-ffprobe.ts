import { z } from "zod";
import { type ByteSource, withFile } from "./byte-source";
import { demuxerOf, inputArgs } from "./demuxer";
import type { MediaPrograms } from "./find-program";
import type { ProbedMedia } from "./probe";
import { runProgram } from "./run-program";

const Stream = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  avg_frame_rate: z.string().optional(),
  color_space: z.string().optional(),
  channels: z.number().optional(),
  sample_rate: z.coerce.number().optional(),
});
const Report = z.object({
  streams: z.array(Stream).default([]),
  format: z
    .object({
      duration: z.coerce.number().optional(),
      bit_rate: z.coerce.number().optional(),
    })
    .default({}),
});

const limits = { timeoutMs: 30_000, maxOutputBytes: 1_000_000 };

/** What ffprobe adds, or finds wrong; nothing when it is not there. */
export async function probeWithFfprobe(
  source: ByteSource,
  known: ProbedMedia,
  { ffprobe }: MediaPrograms,
  signal: AbortSignal,
): Promise<Partial<ProbedMedia>> {
  const demuxer = demuxerOf(known.contentType ?? "");
  if (!ffprobe || !demuxer) return {};
  const result = await withFile(source, signal, (path) =>
    runProgram(
      ffprobe,
      ["-v", "error", "-of", "json", "-show_format", "-show_streams", ...inputArgs(demuxer, path)],
      { ...limits, signal },
    ),
  );
  if (result.timedOut) return {};
  if (result.exitCode !== 0) return { flaw: "unreadable" };
  const report = Report.safeParse(JSON.parse(result.stdout.toString("utf8") || "{}"));
  return report.success ? mediaOf(report.data, known) : {};
}

function mediaOf({ streams, format }: z.output<typeof Report>, known: ProbedMedia) {
  const video = streams.find((stream) => stream.codec_type === "video");
  const audio = streams.find((stream) => stream.codec_type === "audio");
  const main = known.kind === "video" ? video : audio;
  if (!main) return { flaw: "unreadable" as const };
  const [numerator = 0, denominator = 0] = (video?.avg_frame_rate ?? "").split("/").map(Number);
  const found: Partial<ProbedMedia> = {
    facts: {
      ...known.facts,
      ...(main.codec_name ? { codec: main.codec_name } : {}),
      ...(audio?.codec_name ? { audioCodec: audio.codec_name } : {}),
      ...(numerator && denominator ? { frameRate: numerator / denominator } : {}),
      ...(video?.color_space ? { color: video.color_space } : {}),
      ...(audio?.channels ? { channels: audio.channels } : {}),
      ...(audio?.sample_rate ? { sampleRate: audio.sample_rate } : {}),
      ...(format.bit_rate ? { bitRate: Math.round(format.bit_rate) } : {}),
    },
  };
  if (format.duration) found.durationMs = Math.round(format.duration * 1000);
  // Rotation is already applied where the built-in probe found a size.
  if (known.kind === "video" && known.width === undefined && video?.width && video.height) {
    found.width = video.width;
    found.height = video.height;
  }
  return found;
}
