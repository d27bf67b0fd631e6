import { z } from "zod";

/** What a comparison of a store with its records came upon. */
export const Counts = z.object({
  /** All that lies there. */
  objects: z.number().int(),
  bytes: z.number().int(),
  /** Ours, but so young that a record may be yet to come, or on its way in or out. */
  recent: z.number().int(),
  /** Of another program and not adopted; never touched. */
  foreign: z.number().int(),
  orphans: z.number().int(),
  orphanBytes: z.number().int(),
  missing: z.number().int(),
  damaged: z.number().int(),
  /** Uploads in parts that nothing refers to: given up or, in a dry run, counted. */
  staleUploads: z.number().int(),
});
export type Counts = z.infer<typeof Counts>;

export const Reconciliation = z.object({
  id: z.uuid(),
  storeId: z.string(),
  isDryRun: z.boolean(),
  acceptsMany: z.boolean(),
  /** What was asked for, or more: twice as long as any address lives. */
  graceHours: z.number(),
  state: z.enum(["RUNNING", "DONE", "FAILED", "STOPPED"]),
  /** Why it failed, as in `problems`; `too_many_orphans`: it is done, and quarantined none. */
  reason: z.string().nullable(),
  /** `job`: the clock or the command line. */
  requestedBy: z.object({ kind: z.string(), name: z.string().nullable() }),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** So far, while it runs. */
  total: Counts,
  clients: z.array(Counts.extend({ clientId: z.string(), name: z.string().nullable() })),
});
export type Reconciliation = z.infer<typeof Reconciliation>;
export const ReconciliationList = z.object({ items: z.array(Reconciliation) });

export const defaultGraceHours = 48;

export const StartReconciliation = z.object({
  /** Reports only: nothing is quarantined or given up. */
  isDryRun: z.boolean().optional(),
  graceHours: z.number().int().min(1).max(8760).optional(),
  /** Quarantines also more orphans than are plausible. */
  acceptsMany: z.boolean().optional(),
});
export type StartReconciliation = z.infer<typeof StartReconciliation>;

export const FindingKind = z.enum(["ORPHAN", "MISSING", "DAMAGED"]);
export type FindingKind = z.infer<typeof FindingKind>;
const FindingState = z.enum(["OPEN", "QUARANTINED", "KEPT", "DELETED", "RESOLVED"]);

export const StorageFinding = z.object({
  id: z.uuid(),
  clientId: z.string(),
  storeId: z.string(),
  key: z.string(),
  kind: FindingKind,
  state: FindingState,
  /** Of what is there; of a missing one, as its record says. */
  sizeBytes: z.number().int(),
  /** Whose bytes they are, where a file of the library refers to them. */
  artifact: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Another place has the same bytes, from where they are written anew. */
  isHealing: z.boolean(),
  foundAt: z.iso.datetime(),
  /** Of a QUARANTINED one. */
  deleteAfter: z.iso.datetime().nullable(),
  resolvedAt: z.iso.datetime().nullable(),
});
export type StorageFinding = z.infer<typeof StorageFinding>;

export const FindingPage = z.object({
  items: z.array(StorageFinding),
  nextCursor: z.uuid().nullable(),
});
export type FindingPage = z.infer<typeof FindingPage>;

export const FindingQuery = z.object({
  storeId: z.string().max(64).optional(),
  clientId: z.string().max(64).optional(),
  kind: FindingKind.optional(),
  /** Left out: those that somebody may do something about, which are OPEN or QUARANTINED. */
  state: FindingState.optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type FindingQuery = z.infer<typeof FindingQuery>;
