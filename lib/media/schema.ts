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
});
export type MediaFacts = z.infer<typeof MediaFacts>;
