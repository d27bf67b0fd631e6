import { v7 as uuid } from "uuid";
import { actorId } from "@/lib/audit";
import { urlLifeMs } from "@/lib/blobs";
import type { BaseContext } from "@/lib/context";
import { runtime } from "@/lib/runtime";
import { defaultGraceHours, type StartReconciliation } from "./schema";

export interface Order extends StartReconciliation {
  storeId: string;
}

/** A comparison that is under way. */
export interface Run {
  id: string;
  storeId: string;
  isDryRun: boolean;
  acceptsMany: boolean;
  /** What is younger is left alone. */
  before: Date;
  cursorClientId: string | null;
  cursorKey: string | null;
}

const week = 7 * 24 * 60 * 60 * 1000;

/**
 * The comparison that was cut off, where it stood, or a new one. Within `withRunLock` or
 * `lockRuns`: one that is RUNNING without the lock has lost its process, or waits for its job.
 */
export async function openRun(ctx: BaseContext, order: Order): Promise<Run> {
  const { storeId, isDryRun = false, acceptsMany = false } = order;
  const graceSeconds = graceSecondsOf(order);
  const { reconciliation: runs } = ctx.db;
  const latest = await runs.findFirst({
    where: { backendId: storeId },
    orderBy: { id: "desc" },
  });
  const isCutOff =
    latest !== null &&
    latest.state !== "DONE" &&
    latest.startedAt.getTime() > Date.now() - week &&
    latest.isDryRun === isDryRun &&
    latest.acceptsMany === acceptsMany &&
    latest.graceSeconds === graceSeconds;
  if (isCutOff) {
    const data = { state: "RUNNING", reason: null, finishedAt: null } as const;
    return toRun(await runs.update({ where: { id: latest.id }, data }));
  }
  await runs.updateMany({
    where: { backendId: storeId, state: "RUNNING" },
    data: { state: "STOPPED", finishedAt: new Date() },
  });
  const data = {
    ...{ id: uuid(), backendId: storeId, isDryRun, acceptsMany, graceSeconds },
    ...({ state: "RUNNING", actorKind: ctx.actor.kind, actorId: actorId(ctx.actor) } as const),
  };
  return toRun(await runs.create({ data }));
}

interface RunRow extends Omit<Run, "storeId" | "before"> {
  backendId: string;
  graceSeconds: number;
  startedAt: Date;
}

function toRun({ backendId: storeId, graceSeconds, startedAt, ...row }: RunRow): Run {
  const { id, isDryRun, acceptsMany, cursorClientId, cursorKey } = row;
  const before = new Date(startedAt.getTime() - graceSeconds * 1000);
  return { id, storeId, isDryRun, acceptsMany, before, cursorClientId, cursorKey };
}

/** At least twice as long as any address lives: so long may bytes come or be read. */
function graceSecondsOf({ storeId, graceHours = defaultGraceHours }: Order): number {
  const location = runtime().config.stores.find(({ id }) => id === storeId);
  const longestSeconds = Math.max(location?.uploadUrlSeconds ?? 0, urlLifeMs / 1000);
  return Math.max(graceHours * 3600, 2 * longestSeconds);
}
