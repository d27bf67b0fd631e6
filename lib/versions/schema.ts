import { z } from "zod";
import { ArtifactName, CreateArtifact, FailureReason } from "@/lib/artifacts/schema";

export const maxVersions = 50;

export const Version = z.object({
  number: z.number().int(),
  origin: z.enum(["UPLOAD", "TRIM"]),
  state: z.enum(["PENDING", "READY", "FAILED"]),
  failureReason: FailureReason.nullable(),
  /** Its bytes are the artifact's now. */
  isCurrent: z.boolean(),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  mediaUrl: z.string().nullable(),
  posterUrl: z.string().nullable(),
  createdBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
});
export type Version = z.infer<typeof Version>;

/** Newest first. */
export const VersionList = z.object({
  items: z.array(Version),
  /** There is an ffmpeg that can cut. */
  canTrim: z.boolean(),
});
export type VersionList = z.infer<typeof VersionList>;

/** POST /api/v1/artifacts/{id}/versions: another file in the artifact's place. */
export const CreateVersion = CreateArtifact.pick({ contentType: true, sizeBytes: true }).extend({
  fileName: ArtifactName,
});
export type CreateVersion = z.input<typeof CreateVersion>;

export const minTrimMs = 500;

/** POST /api/v1/artifacts/{id}/versions/trim: the present video from one moment to another. */
export const TrimVideo = z
  .object({ startMs: z.number().int().min(0), endMs: z.number().int().max(86_400_000) })
  .refine(({ startMs, endMs }) => endMs - startMs >= minTrimMs, {
    message: `at least ${minTrimMs} ms must be left`,
    path: ["endMs"],
  });
export type TrimVideo = z.infer<typeof TrimVideo>;

/** Which version the cut will be. */
export const TrimmedVersion = z.object({ number: z.number() });
