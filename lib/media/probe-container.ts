import {
  ADTS,
  CustomSource,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from "mediabunny";
import type { ByteSource } from "./byte-source";
import type { ProbedMedia } from "./probe";
import type { MediaFacts } from "./schema";

// Not HLS: a playlist names other files, and only the bytes at hand are to be read.
const formats = [MP4, QTFF, MATROSKA, WEBM, WAVE, OGG, MP3, ADTS, FLAC, MPEG_TS];
// These have an index that may promise more than there is; of the others any piece can be played.
const indexed = new Set([MP4, QTFF, MATROSKA, WEBM].map(({ name }) => name));
const maxWalkedBytes = 1024 ** 3;
const packetsForStatistics = 120;

/** undefined: no container that it knows. */
export async function probeContainer(source: ByteSource): Promise<ProbedMedia | undefined> {
  if (source.sizeBytes === 0) return undefined;
  const input = openInput(source);
  try {
    const format = await formatOf(input);
    if (!format) return undefined;
    const { name, mimeType } = format;
    let video: InputVideoTrack | null;
    let audio: InputAudioTrack | null;
    let seconds: number | null;
    let facts: Pick<ProbedMedia, "facts" | "width" | "height">;
    try {
      video = await input.getPrimaryVideoTrack();
      audio = await input.getPrimaryAudioTrack();
      seconds = await durationOf(input, source.sizeBytes);
      facts = { facts: await factsOf(name, video, audio), ...(video && (await sizeOf(video))) };
    } catch {
      // The first bytes are right and the rest makes no sense.
      return { kind: kindOf(mimeType), contentType: mimeType, facts: {}, flaw: "unreadable" };
    }
    const media: ProbedMedia = {
      contentType: video ? mimeType : mimeType.replace(/^video\//, "audio/"),
      kind: video ? "video" : audio ? "audio" : kindOf(mimeType),
      ...facts,
      ...(seconds && Number.isFinite(seconds) ? { durationMs: Math.round(seconds * 1000) } : {}),
    };
    const track = video ?? audio;
    // Without tracks the index is missing: it stands at the end of what a phone has recorded.
    if (!track) return { ...media, flaw: indexed.has(name) ? "truncated" : "unreadable" };
    if (indexed.has(name) && !(await lastPacketIsThere(track))) {
      return { ...media, flaw: "truncated" };
    }
    return media;
  } finally {
    input.dispose();
  }
}

/** Bytes that make the reader itself stumble are of no container that it knows. */
async function formatOf(input: Input): Promise<{ name: string; mimeType: string } | undefined> {
  try {
    return (await input.canRead()) ? await input.getFormat() : undefined;
  } catch {
    return undefined;
  }
}

async function sizeOf(video: InputVideoTrack): Promise<{ width: number; height: number }> {
  return { width: await video.getDisplayWidth(), height: await video.getDisplayHeight() };
}

/** Where the file does not say it, by its last packet: that may mean to walk through all of it. */
async function durationOf(input: Input, sizeBytes: number): Promise<number | null> {
  const stated = await input.getDurationFromMetadata();
  if (stated !== null || sizeBytes > maxWalkedBytes) return stated;
  return input.computeDuration();
}

export function openInput(source: ByteSource): Input {
  return new Input({
    formats,
    source: new CustomSource({
      getSize: () => source.sizeBytes,
      read: (start, end) => source.read(start, end),
      prefetchProfile: "fileSystem",
    }),
  });
}

async function factsOf(
  container: string,
  video: InputVideoTrack | null,
  audio: InputAudioTrack | null,
): Promise<MediaFacts> {
  const facts: MediaFacts = { container };
  const codec = video && ((await video.getCodec()) ?? undefined);
  if (codec) facts.codec = codec;
  const audioCodec = audio && (await audio.getCodec());
  if (audioCodec) facts.audioCodec = audioCodec;
  if (!video && audioCodec) facts.codec = audioCodec;
  if (video) {
    facts.rotation = await video.getRotation();
    const frameRate = await frameRateOf(video);
    if (frameRate) facts.frameRate = frameRate;
  }
  const { matrix } = (await video?.getColorSpace()) ?? {};
  if (matrix) facts.color = matrix;
  if (audio) {
    facts.channels = await audio.getNumberOfChannels();
    facts.sampleRate = await audio.getSampleRate();
  }
  const rates = await Promise.all([video, audio].map((track) => track?.getAverageBitrate()));
  const bitRate = rates.reduce<number>((sum, rate) => sum + (rate ?? 0), 0);
  if (bitRate > 0) facts.bitRate = Math.round(bitRate);
  return facts;
}

async function frameRateOf(video: InputVideoTrack): Promise<number | undefined> {
  try {
    const { averagePacketRate } = await video.computePacketStats(packetsForStatistics);
    return averagePacketRate > 0 ? Math.round(averagePacketRate * 1000) / 1000 : undefined;
  } catch {
    return undefined;
  }
}

/** The index may promise samples that lie beyond the end of the file. */
async function lastPacketIsThere(track: InputTrack): Promise<boolean> {
  try {
    const packet = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY);
    return packet !== null;
  } catch {
    return false;
  }
}

function kindOf(mimeType: string): "video" | "audio" {
  return mimeType.startsWith("audio/") ? "audio" : "video";
}
