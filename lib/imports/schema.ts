import { z } from "zod";
import { ArtifactName, FailureReason } from "@/lib/artifacts/schema";
import { isImportLink } from "./facts";

export const ImportLink = z
  .string()
  .trim()
  .refine(isImportLink, "an http or https URL without credentials");

/** POST /api/v1/artifacts/import */
export const CreateImport = z.object({
  url: ImportLink,
  /** Left out: what the other side calls it. */
  name: ArtifactName.optional(),
});
export type CreateImport = z.infer<typeof CreateImport>;

export const Import = z.object({
  artifactId: z.uuid(),
  /** DELETE /api/v1/uploads/{id} calls it off. */
  uploadId: z.uuid(),
  name: z.string(),
  /** Origin and path of the link: its query may hold secrets. */
  source: z.string(),
  receivedBytes: z.number().int(),
  /** null: the other side does not say. */
  totalBytes: z.number().int().nullable(),
  /** null: under way. */
  failureReason: FailureReason.nullable(),
  isMine: z.boolean(),
});
export type Import = z.infer<typeof Import>;

/** GET /api/v1/imports: what is under way or has failed. */
export const ImportList = z.object({ items: z.array(Import) });
export type ImportList = z.infer<typeof ImportList>;
