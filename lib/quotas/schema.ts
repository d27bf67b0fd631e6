import { z } from "zod";

const Limit = z.int().min(0).nullable();

/** What a client may have at most; null: no limit. */
const Limits = z.object({
  /** Of all its files, with their pictures and earlier versions, and of what is on its way. */
  maxBytes: Limit,
  /** Files, those in the trash among them. */
  maxObjects: Limit,
  /** Of one file; the server's own MAX_UPLOAD_BYTES holds as well. */
  maxFileBytes: Limit,
});

/** PUT /api/v1/clients/{id}/quota */
export const SetQuota = Limits;
export type SetQuota = z.infer<typeof SetQuota>;

/** GET /api/v1/usage: what a client has, and may have. */
export const Usage = Limits.extend({
  usedBytes: z.number().int(),
  /** Promised to uploads that are under way. */
  reservedBytes: z.number().int(),
  objects: z.number().int(),
});
export type Usage = z.infer<typeof Usage>;

const nothing = z.literal("").transform(() => null);
const Gigabytes = z
  .string()
  .trim()
  .regex(/^\d+([.,]\d+)?$/)
  .transform((text) => Math.round(Number(text.replace(",", ".")) * 1e9))
  .pipe(z.int());
const Count = z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.int());

/** The same as people write it, in gigabytes; empty: no limit. */
export const WrittenQuota = z.object({
  maxBytes: z.union([nothing, Gigabytes]),
  maxObjects: z.union([nothing, Count]),
  maxFileBytes: z.union([nothing, Gigabytes]),
});
