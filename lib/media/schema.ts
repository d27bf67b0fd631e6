import { z } from "zod";

/** What a probe found beside length and size in pixels; `blobs.facts` in the database. */
export const MediaFacts = z.object({
  /** As its makers call it: MP4, WebM, jpeg. */
  container: z.string().optional(),
  /** Of the picture: avc, hevc, vp9, av1 … */
  codec: z.string().optional(),
  audioCodec: z.string().optional(),
  /** Degrees clockwise that the stored picture is turned by when shown. */
  rotation: z.number().int().optional(),
  /** Pictures per second. */
  frameRate: z.number().optional(),
  /** Bits per second, of picture and sound together. */
  bitRate: z.number().int().optional(),
  /** Pictures of an animated image. */
  pages: z.number().int().optional(),
  /** Of the sound. */
  channels: z.number().int().optional(),
  /** Samples of sound per second. */
  sampleRate: z.number().optional(),
  /** As its makers call it: bt709, bt2020-ncl, srgb. */
  color: z.string().optional(),
});
export type MediaFacts = z.infer<typeof MediaFacts>;

/** How a STORYBOARD is laid out: tile 0 at the left of the first row, one tile per interval. */
export const StoryboardLayout = z.object({
  columns: z.number().int().min(1),
  rows: z.number().int().min(1),
  tileWidth: z.number().int().min(1),
  tileHeight: z.number().int().min(1),
  intervalMs: z.number().int().min(1),
});
export type StoryboardLayout = z.infer<typeof StoryboardLayout>;

/** A WAVEFORM: the loudest of each of up to 1,000 equal pieces, 0 to 100. */
export const Waveform = z.object({ peaks: z.array(z.number()).min(1).max(1000) });
export type Waveform = z.infer<typeof Waveform>;
