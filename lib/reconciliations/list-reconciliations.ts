import type { PersonContext } from "@/lib/auth";
import { assertAdministrator } from "@/lib/auth";
import type { BaseContext } from "@/lib/context";
import { findStore } from "@/lib/stores";
import { sumOf } from "./no-counts";
import type { Reconciliation } from "./schema";
import { toCounts } from "./to-counts";

const perStore = 10;

/** The latest of every store or, when one is named, its last ten. Newest first. */
export async function listReconciliations(
  ctx: PersonContext,
  storeId?: string,
): Promise<{ items: Reconciliation[] }> {
  assertAdministrator(ctx);
  const stores = storeId === undefined ? ctx.storage.drivers : [findStore(ctx, storeId)];
  const runs = await Promise.all(
    stores.map(({ backendId }) =>
      ctx.db.reconciliation.findMany({
        where: { backendId },
        orderBy: { id: "desc" },
        take: storeId === undefined ? 1 : perStore,
        include: { counts: true },
      }),
    ),
  );
  return { items: await toReconciliations(ctx, runs.flat()) };
}

/** Without a question of rights: for whoever has just begun or ended it. */
export async function getReconciliation(ctx: BaseContext, id: string): Promise<Reconciliation> {
  const where = { id };
  const run = await ctx.db.reconciliation.findUniqueOrThrow({ where, include: { counts: true } });
  const [reconciliation] = await toReconciliations(ctx, [run]);
  if (!reconciliation) throw new Error("one run is one reconciliation");
  return reconciliation;
}

type CountRow = Parameters<typeof toCounts>[0] & { clientId: string };

interface RunRow {
  id: string;
  backendId: string;
  isDryRun: boolean;
  acceptsMany: boolean;
  graceSeconds: number;
  state: Reconciliation["state"];
  reason: string | null;
  actorKind: string;
  actorId: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  counts: CountRow[];
}

async function toReconciliations(
  { db }: BaseContext,
  rows: readonly RunRow[],
): Promise<Reconciliation[]> {
  const people = rows.flatMap(({ actorKind, actorId }) =>
    actorKind === "person" && actorId !== null ? [actorId] : [],
  );
  const clients = new Set(rows.flatMap(({ counts }) => counts.map(({ clientId }) => clientId)));
  const select = { id: true, name: true } as const;
  const named = [
    ...(await db.user.findMany({ where: { id: { in: people } }, select })),
    ...(await db.client.findMany({ where: { id: { in: [...clients] } }, select })),
  ];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.map(({ counts, ...row }) => ({
    ...{ id: row.id, storeId: row.backendId, isDryRun: row.isDryRun },
    ...{ acceptsMany: row.acceptsMany, graceHours: row.graceSeconds / 3600 },
    ...{ state: row.state, reason: row.reason },
    requestedBy: { kind: row.actorKind, name: nameOf(row.actorId) },
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    total: sumOf(counts.map(toCounts)),
    clients: counts
      .filter(({ objects, missing, staleUploads }) => objects + missing + staleUploads > 0)
      .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))
      .map((one) => ({ clientId: one.clientId, name: nameOf(one.clientId), ...toCounts(one) })),
  }));
}
