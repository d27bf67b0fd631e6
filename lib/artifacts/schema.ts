import { z } from "zod";
import { lineOfText } from "@/lib/line-of-text";
import { Upload } from "@/lib/uploads/schema";

export const ArtifactType = z.enum([
  "FILE",
  "IMAGE",
  "KEYFRAME",
  "REFERENCE_IMAGE",
  "VIDEO",
  "PREVIEW_VIDEO",
  "FINAL_VIDEO",
  "AUDIO",
  "MUSIC",
  "VOICE",
  "SCRIPT",
  "PROMPT",
]);
export type ArtifactType = z.infer<typeof ArtifactType>;

export const ArtifactStatus = z.enum([
  "UPLOADING",
  "PROCESSING",
  "AVAILABLE",
  "EXPIRED",
  "DELETED",
  "FAILED",
]);
export type ArtifactStatus = z.infer<typeof ArtifactStatus>;

/** Why an artifact is FAILED; the sentence for people is `failures.<reason>` in lib/i18n. */
export const FailureReason = z.enum([
  /** Named as one kind of file, but the bytes are another (a text file named .mp4). */
  "type_mismatch",
  /** The file ends before it should. */
  "truncated",
  /** The bytes are of the right kind but nothing can be decoded. */
  "unreadable",
  /** A kind of picture that no screen can show (HEIC). */
  "unsupported",
  /** SHA-256 of the bytes is not the one the sender computed: damaged on the way. */
  "checksum_mismatch",
  /** No bytes at all, where a picture, sound or video was announced. */
  "empty",
  "processing_failed",
]);
export type FailureReason = z.infer<typeof FailureReason>;

/** A name is what people read, never a path: `../` in it is only text. */
export const ArtifactName = lineOfText(255);

export const CreateArtifact = z.object({
  name: ArtifactName,
  contentType: z
    .string()
    .max(127)
    .regex(/^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/)
    .default("application/octet-stream"),
  sizeBytes: z.number().int().min(0),
  /** Left out: derived from the content type (VIDEO, IMAGE, AUDIO, else FILE). */
  type: ArtifactType.optional(),
});
export type CreateArtifact = z.input<typeof CreateArtifact>;

export const Artifact = z.object({
  id: z.uuid(),
  name: z.string(),
  type: ArtifactType,
  status: ArtifactStatus,
  failureReason: FailureReason.nullable(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  /** null until the bytes are verified. */
  sha256: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  /** As shown, rotation applied; pixels. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Relative URLs, authorised by session or screen token; null until there is something. */
  mediaUrl: z.string().nullable(),
  posterUrl: z.string().nullable(),
  /** True: no ffmpeg here; a browser that can show the file is asked to send a poster. */
  wantsPoster: z.boolean(),
  tags: z.array(z.string()),
  version: z.number().int(),
  createdBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  trashedAt: z.iso.datetime().nullable(),
});
export type Artifact = z.infer<typeof Artifact>;

export const CreatedArtifact = z.object({ artifact: Artifact, upload: Upload });
export type CreatedArtifact = z.infer<typeof CreatedArtifact>;

export const ListArtifacts = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Opaque; from `nextCursor` of the page before. */
  cursor: z.string().max(100).optional(),
});
export type ListArtifacts = z.input<typeof ListArtifacts>;

export const ArtifactPage = z.object({
  items: z.array(Artifact),
  nextCursor: z.string().nullable(),
});
export type ArtifactPage = z.infer<typeof ArtifactPage>;

export const UpdateArtifact = z.object({
  name: ArtifactName.optional(),
  /** The version that was read; another one now is `conflict`. */
  version: z.int32(),
});
export type UpdateArtifact = z.infer<typeof UpdateArtifact>;

/** POST /api/v1/artifacts/trash and /restore */
export const ArtifactIds = z.object({ ids: z.array(z.uuid()).min(1).max(500) });
export type ArtifactIds = z.infer<typeof ArtifactIds>;

/** Per-item outcome of a bulk action. */
export const BulkResult = z.object({
  done: z.array(z.uuid()),
  notFound: z.array(z.uuid()),
});
export type BulkResult = z.infer<typeof BulkResult>;
