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

/** What was asked of the store since this server process began. */
const Operations = z.object({
  count: z.number().int(),
  failures: z.number().int(),
  bytes: z.number().int(),
  totalMs: z.number(),
  slowestMs: z.number(),
});

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
  /** In the operator's own word. */
  region: z.string().nullable(),
  /** It gets a second copy of every file. */
  isReplica: z.boolean(),
  /** It takes in what belongs to a store that is down. */
  isFallback: z.boolean(),
  /** As this server process sees it. `down`: it is left alone until it answers again. */
  health: z.object({
    state: z.enum(["up", "trying", "down"]),
    since: z.iso.datetime().nullable(),
    lastError: z.string().nullable(),
    latencyMs: z.number().nullable(),
  }),
  operations: z.object({
    read: Operations,
    write: Operations,
    delete: Operations,
    ask: Operations,
  }),
  /** Lies elsewhere, as this store was down, and comes home when it answers. */
  backlog: z.object({
    files: z.number().int(),
    bytes: z.number().int(),
    oldestAt: z.iso.datetime().nullable(),
  }),
  /** Of a replica: files that have no second copy yet. */
  unreplicated: z.number().int(),
  /** What reading the files again has found. */
  care: z.object({
    verified: z.number().int(),
    due: z.number().int(),
    dueBytes: z.number().int(),
    /** Cannot be healed: no sound copy is known. */
    missing: z.number().int(),
    damaged: z.number().int(),
    /** Missing or damaged here, while another store has a sound copy. */
    healing: z.number().int(),
  }),
  /** The last one; null: never. */
  examination: Examination.nullable(),
});
export type Store = z.infer<typeof Store>;

const Cache = z.object({
  hits: z.number().int(),
  misses: z.number().int(),
  objects: z.number().int(),
  bytes: z.number().int(),
});

/** What is done to files between here and the stores, and how well. */
export const StorageLayers = z.object({
  isEncrypted: z.boolean(),
  hasFallback: z.boolean(),
  scrubBytesPerSecond: z.number(),
  /** null: not compressed. Since this server process began. */
  compressed: z.object({ plainBytes: z.number().int(), storedBytes: z.number().int() }).nullable(),
  memoryCache: Cache.nullable(),
  diskCache: Cache.nullable(),
});
export type StorageLayers = z.infer<typeof StorageLayers>;
export const StoreList = z.object({ items: z.array(Store), layers: StorageLayers });
export type StoreList = z.infer<typeof StoreList>;

/** How much of what kind each client has in each store. */
export const StorageUse = z.object({
  items: z.array(
    z.object({
      clientId: z.string(),
      clientName: z.string(),
      storeId: z.string(),
      kind: z.enum(["video", "image", "audio", "other"]),
      files: z.number().int(),
      bytes: z.number().int(),
    }),
  ),
});
export type StorageUse = z.infer<typeof StorageUse>;

/** `bring_home`: what the store could not take; `verify`: read all files again; `heal`; `replicate`. */
export const CareAction = z.enum(["bring_home", "verify", "heal", "replicate"]);
export type CareAction = z.infer<typeof CareAction>;
export const StartCare = z.object({
  action: CareAction,
  /** Tells only what would be done. */
  isDryRun: z.boolean().optional(),
});
export type StartCare = z.infer<typeof StartCare>;
export const CareOrder = z.object({ files: z.number().int(), bytes: z.number().int() });
export type CareOrder = z.infer<typeof CareOrder>;

/** Bytes that are not what their record says, or not there. */
export const DamagedFile = z.object({
  /** Of the record of where they lie. */
  id: z.uuid(),
  clientId: z.string(),
  clientName: z.string(),
  /** null: no file of the library refers to them. */
  artifactId: z.uuid().nullable(),
  artifactName: z.string().nullable(),
  /** `rendition`: a picture or the like, made from the file. */
  kind: z.enum(["original", "rendition"]),
  problem: z.enum(["missing", "damaged"]),
  /** null: it is to be read again. */
  foundAt: z.iso.datetime().nullable(),
  sizeBytes: z.number().int(),
  /** Equal bytes are sound elsewhere, and it is healed from there. */
  hasCopy: z.boolean(),
});
export type DamagedFile = z.infer<typeof DamagedFile>;
export const DamagedPage = z.object({
  items: z.array(DamagedFile),
  nextCursor: z.uuid().nullable(),
});
export type DamagedPage = z.infer<typeof DamagedPage>;
export const DamagedQuery = z.object({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type DamagedQuery = z.infer<typeof DamagedQuery>;

/** For a browser's own try: send the text by `put`, read it by `url`, then end it. */
export const Probe = z.object({
  id: z.uuid(),
  put: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
  url: z.string(),
  text: z.string(),
});
export type Probe = z.infer<typeof Probe>;
