import { z } from "zod";

/** One thing that was tried at a store. */
export const Finding = z.object({
  check: z.string(),
  outcome: z.enum(["passed", "warned", "failed", "skipped"]),
  /** What the store said, or by how much it is off. */
  detail: z.string().optional(),
  /** To be pasted at the store. */
  fix: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

export const Examination = z.object({
  examinedAt: z.iso.datetime(),
  /** Nothing failed. */
  isWell: z.boolean(),
  findings: z.array(Finding),
});
export type Examination = z.infer<typeof Examination>;

/** A place where files lie. */
export const Store = z.object({
  id: z.string(),
  kind: z.enum(["local", "s3", "gcs", "memory"]),
  /** New files go there. */
  isCurrent: z.boolean(),
  /** Browsers send to it and read from it themselves. */
  isDirect: z.boolean(),
  files: z.number().int(),
  bytes: z.number().int(),
  /** The last one; null: never. */
  examination: Examination.nullable(),
});
export type Store = z.infer<typeof Store>;
export const StoreList = z.object({ items: z.array(Store) });

/** For a browser's own try: send the text by `put`, read it by `url`, then end it. */
export const Probe = z.object({
  id: z.uuid(),
  put: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
  url: z.string(),
  text: z.string(),
});
export type Probe = z.infer<typeof Probe>;
