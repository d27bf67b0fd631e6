import { v7 as uuid } from "uuid";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Found } from "./judge-pairs";
import { noCounts } from "./no-counts";
import type { Run } from "./open-run";
import type { Counts, FindingKind } from "./schema";

export interface Progress {
  found?: readonly Found[];
  recentKeys?: readonly string[];
  readAgain?: readonly string[];
  counts: Counts;
  /** Everything of the client up to it is done; left out: as far as before. */
  key?: string;
}

/**
 * What was found, what was counted and how far it is, together: cut anywhere, nothing is counted
 * twice and nothing is passed over. Answers what was counted.
 */
export function saveProgress(
  ctx: Context,
  run: Run,
  { found = [], recentKeys = [], readAgain = [], counts, key }: Progress,
): Promise<Counts> {
  return transaction(ctx, async (ctx) => {
    await moveCursor(ctx, run, key);
    const all = { ...counts };
    for (const { kind, state, size } of await saveFindings(ctx, run, found)) {
      if (kind === "MISSING") all.missing += 1;
      if (kind === "DAMAGED") all.damaged += 1;
      if (kind !== "ORPHAN" || state === "KEPT") continue;
      all.orphans += 1;
      all.orphanBytes += Number(size);
    }
    if (recentKeys.length > 0) {
      await ctx.db.$executeRaw`
        update storage_findings set seen_by_id = ${run.id}::uuid
        where backend_id = ${run.storeId} and object_key = any(${recentKeys}::text[])
          and kind = 'ORPHAN' and state in ('OPEN', 'QUARANTINED', 'KEPT')`;
    }
    const wrong = found.flatMap(({ placementId }) => placementId ?? []);
    await readSoon(ctx, [...wrong, ...readAgain]);
    await addCounts(ctx, run, all);
    return all;
  });
}

async function moveCursor(ctx: Context, { id }: Run, key: string | undefined): Promise<void> {
  const cursor = key === undefined ? {} : { cursorClientId: ctx.clientId, cursorKey: key };
  const { count } = await ctx.db.reconciliation.updateMany({
    where: { id, state: "RUNNING" },
    data: { state: "RUNNING", ...cursor },
  });
  if (count === 1) return;
  throw new AppError("conflict", "the comparison was stopped", { reason: "reconciliation_over" });
}

interface Saved {
  kind: FindingKind;
  state: string;
  size: bigint;
}

/** One that is known already stays what it is, and is seen again. */
async function saveFindings(
  { db, clientId }: Context,
  { id: runId, storeId }: Run,
  given: readonly Found[],
): Promise<Saved[]> {
  if (given.length === 0) return [];
  // Two records may name one object.
  const found = [...new Map(given.map((one) => [`${one.kind} ${one.key}`, one])).values()];
  return db.$queryRaw<Saved[]>`
    insert into storage_findings as f (client_id, id, backend_id, object_key, kind, state,
      size_bytes, placement_id, seen_by_id)
    select ${clientId}, n.id, ${storeId}, n.key, n.kind, 'OPEN', n.size, n.placement, ${runId}::uuid
    from unnest(
      ${found.map(() => uuid())}::uuid[], ${found.map(({ key }) => key)}::text[],
      ${found.map(({ kind }) => kind)}::"FindingKind"[],
      ${found.map(({ sizeBytes }) => BigInt(sizeBytes))}::bigint[],
      ${found.map(({ placementId }) => placementId)}::uuid[]
    ) as n(id, key, kind, size, placement)
    on conflict (backend_id, object_key, kind) where state in ('OPEN', 'QUARANTINED', 'KEPT')
    do update set seen_by_id = excluded.seen_by_id, size_bytes = excluded.size_bytes,
      placement_id = excluded.placement_id
    returning f.kind, f.state, f.size_bytes as size`;
}

/** What seems wrong is read first, and healed where it is. */
async function readSoon({ db, clientId }: Context, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.placement.updateMany({
    where: { clientId, id: { in: ids } },
    data: { verifiedAt: null, healAfter: null },
  });
}

async function addCounts(ctx: Context, run: Run, counts: Counts): Promise<void> {
  const { clientId } = ctx;
  const more = Object.entries(counts).map(([name, increment]) => [name, { increment }]);
  await ctx.db.reconciliationCount.upsert({
    where: { clientId_reconciliationId: { clientId, reconciliationId: run.id } },
    create: { clientId, reconciliationId: run.id, ...noCounts, ...counts },
    update: Object.fromEntries(more),
  });
}
