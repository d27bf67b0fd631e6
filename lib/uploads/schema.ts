import { z } from "zod";

/** The job that deletes the bytes of an upload that was given up: {clientId, uploadId}. */
export const forgetJob = "forget-upload";

/** Deletes what was sent to a place that an upload has left. */
export const forgetStagingJob = "forget-staging";

export const SignedUpload = z.object({
  method: z.literal("PUT"),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  partNumber: z.number().int().optional(),
});
export type SignedUpload = z.infer<typeof SignedUpload>;

/** What `POST …/parts` answers. */
export const SignedParts = z.object({ requests: z.array(SignedUpload) });

/** How the bytes get to the store. */
export const UploadPlan = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("put"), request: SignedUpload }),
  z.object({
    kind: z.literal("parts"),
    partSizeBytes: z.number().int(),
    partCount: z.number().int(),
    /** URLs of the first parts; more by POST /api/v1/uploads/{id}/parts. */
    requests: z.array(SignedUpload),
  }),
  /** The bytes are here already: nothing to send. */
  z.object({ kind: z.literal("none") }),
]);
export type UploadPlan = z.infer<typeof UploadPlan>;

export const UploadState = z.enum(["OPEN", "COMPLETING", "DONE", "ABORTED", "EXPIRED"]);

export const Upload = z.object({
  id: z.uuid(),
  artifactId: z.uuid(),
  purpose: z.enum(["NEW_ARTIFACT", "NEW_VERSION", "RENDITION", "RUN_OUTPUT"]),
  state: UploadState,
  sizeBytes: z.number().int(),
  contentType: z.string(),
  expiresAt: z.iso.datetime(),
  plan: UploadPlan,
});
export type Upload = z.infer<typeof Upload>;

/** GET /api/v1/uploads/{id}: what to do next, after a cut or a reload. */
export const UploadProgress = Upload.extend({
  arrivedParts: z.array(z.object({ partNumber: z.number().int(), sizeBytes: z.number().int() })),
});
export type UploadProgress = z.infer<typeof UploadProgress>;

export const SignParts = z.object({
  partNumbers: z.array(z.number().int().min(1).max(10_000)).min(1).max(100),
});

export const CompleteUpload = z.object({
  /** SHA-256 that the sender computed, lower-case hex: a claim, verified against the bytes. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The `x-vitrine-receipt` header of a single PUT to our own data plane. */
  receipt: z.string().max(2000).optional(),
});
export type CompleteUpload = z.infer<typeof CompleteUpload>;

/** A picture that a browser took of a video, when the server has no ffmpeg. */
export const CreateRendition = z.object({
  kind: z.literal("POSTER"),
  contentType: z.enum(["image/jpeg", "image/webp"]),
  sizeBytes: z.number().int().min(1).max(5_000_000),
  /** A person chose it: it takes the place of the poster that is there. */
  replace: z.boolean().optional(),
});
export type CreateRendition = z.infer<typeof CreateRendition>;
