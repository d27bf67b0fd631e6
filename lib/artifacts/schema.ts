import { z } from "zod";
import { lineOfText } from "@/lib/line-of-text";
import { MediaFacts, StoryboardLayout } from "@/lib/media/schema";
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
  /** Of a link: what it leads to cannot be had. */
  "import_not_found",
  "import_needs_password",
  "import_is_page",
  "import_too_large",
  "import_unreachable",
  "import_address_refused",
  "import_no_space",
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
  /** The store it came from. */
  siteId: z.uuid().nullable(),
  collectionIds: z.array(z.uuid()),
  /** Starred by the person who asks. */
  isFavorite: z.boolean(),
  /** Which of its versions the bytes are. */
  versionNumber: z.number().int(),
  /** Of name, tags and store: what `UpdateArtifact` names. */
  version: z.number().int(),
  createdBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  trashedAt: z.iso.datetime().nullable(),
});
export type Artifact = z.infer<typeof Artifact>;

/** GET /api/v1/artifacts/{id}/details: what only a preview asks for. */
export const ArtifactDetails = z.object({
  site: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  facts: MediaFacts,
  /** Small frames of a film in one picture. */
  storyboard: StoryboardLayout.extend({ url: z.string() }).nullable(),
  /** Of a `Waveform` (lib/media/schema.ts), as JSON. */
  waveformUrl: z.string().nullable(),
});
export type ArtifactDetails = z.infer<typeof ArtifactDetails>;

export const ArtifactEvent = z.object({
  id: z.uuid(),
  /** `noun.verb`; more of them come with time. */
  action: z.string(),
  /** `name` of people only, while they have an account. */
  actor: z.object({ kind: z.string(), name: z.string().nullable() }),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.iso.datetime(),
});
export type ArtifactEvent = z.infer<typeof ArtifactEvent>;

/** GET /api/v1/artifacts/{id}/history */
export const ArtifactHistoryQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** `nextCursor` of the page before. */
  cursor: z.uuid().optional(),
});
export type ArtifactHistoryQuery = z.output<typeof ArtifactHistoryQuery>;

export const ArtifactHistory = z.object({
  items: z.array(ArtifactEvent),
  nextCursor: z.uuid().nullable(),
});
export type ArtifactHistory = z.infer<typeof ArtifactHistory>;

export const CreatedArtifact = z.object({ artifact: Artifact, upload: Upload });
export type CreatedArtifact = z.infer<typeof CreatedArtifact>;

export const ArtifactKind = z.enum(["video", "image", "audio", "file"]);
export type ArtifactKind = z.infer<typeof ArtifactKind>;

export const Orientation = z.enum(["landscape", "portrait", "square"]);
export type Orientation = z.infer<typeof Orientation>;

/** Under 15 s, 15 to 30 s, 30 to 60 s, a minute and longer. */
export const LengthBand = z.enum(["under_15s", "15_30s", "30_60s", "over_60s"]);
export type LengthBand = z.infer<typeof LengthBand>;

/** `processing`: not yet usable, whether its bytes still come or are being examined. */
export const StatusFilter = z.enum(["ready", "processing", "failed"]);
export type StatusFilter = z.infer<typeof StatusFilter>;

export const ArtifactOrder = z.enum(["newest", "oldest", "name", "largest", "longest"]);
export type ArtifactOrder = z.infer<typeof ArtifactOrder>;

/** A list in one query parameter, by commas. */
const commas = <T extends string>(item: z.ZodType<T, string>) =>
  z
    .string()
    .transform((text) => text.split(",").filter((part) => part !== ""))
    .pipe(z.array(item).max(20));

// Postgres holds no NUL.
const plainText = z.string().regex(/^[^\0]*$/);

export const ArtifactFilter = z.object({
  /** Words that name, tags or metadata contain; case, width and accents do not count. */
  q: plainText.max(200).optional(),
  kind: commas(ArtifactKind).optional(),
  status: commas(StatusFilter).optional(),
  /** Has every one of these. */
  tag: commas(plainText).optional(),
  /** From this store; `none`: from no store. */
  site: z.union([z.uuid(), z.literal("none")]).optional(),
  length: commas(LengthBand).optional(),
  orientation: commas(Orientation).optional(),
  /** Uploaded from this instant on, and before that one. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  uploader: z.uuid().optional(),
  collection: z.uuid().optional(),
  /** Only those that the caller has starred. */
  favorite: z.literal("true").optional(),
  /** What lies in the trash instead of what does not. */
  trashed: z.literal("true").optional(),
});
/** As it stands in an address: each value a string. */
export type ArtifactFilter = z.input<typeof ArtifactFilter>;

export const ListArtifacts = ArtifactFilter.extend({
  sort: ArtifactOrder.default("newest"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Opaque; from `nextCursor` of the page before, with the same filter and order. */
  cursor: z.string().max(1000).optional(),
});
export type ListArtifacts = z.input<typeof ListArtifacts>;
/** The same once it was parsed. */
export type ArtifactQuery = Partial<z.output<typeof ListArtifacts>>;

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

/** POST /api/v1/artifacts/favorites */
export const StarArtifacts = ArtifactIds.extend({ starred: z.boolean() });
export type StarArtifacts = z.infer<typeof StarArtifacts>;

/** POST /api/v1/artifacts/site */
export const MoveToSite = ArtifactIds.extend({ siteId: z.uuid().nullable() });
export type MoveToSite = z.infer<typeof MoveToSite>;

/** Per-item outcome of a bulk action. */
export const BulkResult = z.object({
  done: z.array(z.uuid()),
  notFound: z.array(z.uuid()),
  /** Other people's, which the caller may not change. */
  refused: z.array(z.uuid()),
});
export type BulkResult = z.infer<typeof BulkResult>;

/** POST /api/v1/artifacts/duplicates: is any of these bytes here already? */
export const FindDuplicates = z.object({
  sha256s: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(100),
});
export type FindDuplicates = z.infer<typeof FindDuplicates>;

export const DuplicateList = z.object({
  items: z.array(
    z.object({
      sha256: z.string(),
      artifactId: z.uuid(),
      name: z.string(),
      isTrashed: z.boolean(),
    }),
  ),
});
export type DuplicateList = z.infer<typeof DuplicateList>;
