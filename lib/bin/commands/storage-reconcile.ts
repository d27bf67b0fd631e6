import { countLying } from "@/lib/blobs";
import { formatBytes } from "@/lib/format-bytes";
import { getReconciliation, reconcileStore } from "@/lib/reconciliations";
import type { Counts, FindingKind, Reconciliation } from "@/lib/reconciliations/schema";
import { contextOf, type Runtime } from "@/lib/runtime";
import { checkedPlace } from "./checked-place";
import { operator } from "./operator";
import type { Out } from "./out";

interface ReconcileOptions {
  dryRun: boolean;
  graceHours: number;
  acceptMany: boolean;
}

const mostNamed = 20;

/** 0: every record has its bytes. 1: some are missing or damaged. */
export async function storageReconcile(
  runtime: Runtime,
  place: string | undefined,
  options: ReconcileOptions,
  out: Out,
  signal: AbortSignal,
): Promise<number> {
  const places = place === undefined ? runtime.storage.drivers.map((d) => d.backendId) : [place];
  let isWell = true;
  for (const id of places) {
    await checkedPlace(runtime, id, runtime.config.CLIENT_ID);
    const run = await reconcile(runtime, id, options, out, signal);
    report(run, out);
    await nameWrong(runtime, run, out);
    isWell = isWell && run.total.missing === 0 && run.total.damaged === 0;
  }
  return isWell ? 0 : 1;
}

async function reconcile(
  runtime: Runtime,
  storeId: string,
  { dryRun: isDryRun, graceHours, acceptMany: acceptsMany }: ReconcileOptions,
  out: Out,
  signal: AbortSignal,
): Promise<Reconciliation> {
  const ctx = contextOf(runtime, operator);
  const { files } = await countLying(ctx, { backendId: storeId, clientId: undefined });
  const show = progressLine(out, storeId, files);
  let objects = 0;
  const id = await reconcileStore(
    ctx,
    { storeId, isDryRun, graceHours, acceptsMany },
    {
      signal,
      onStart({ cursorClientId }) {
        if (cursorClientId !== null) out.write(`${storeId}: goes on at ${cursorClientId}\n`);
      },
      onCounted(clientId, counts) {
        objects += counts.objects;
        show(clientId, objects);
      },
    },
  );
  if (process.stdout.isTTY) out.write("\r\u001b[2K");
  return getReconciliation(ctx, id);
}

/** Where a line can be drawn over: how far it is. */
function progressLine(out: Out, storeId: string, files: number) {
  return (clientId: string, objects: number) => {
    if (!process.stdout.isTTY) return;
    const of = `${objects} objects, ${files} on record`;
    out.write(`\r\u001b[2K${storeId}: ${clientId}, ${of}`);
  };
}

function report({ storeId, total, clients, isDryRun, reason }: Reconciliation, out: Out): void {
  out.write(`${storeId}: ${lineOf(total)}\n`);
  for (const { clientId, ...counts } of clients) {
    if (counts.objects + problemsOf(counts) === 0) continue;
    out.write(`  ${clientId.padEnd(24)}${lineOf(counts)}\n`);
  }
  if (reason === "too_many_orphans") {
    out.write(
      "  So many orphans are not plausible: does another installation use this bucket, or was an old\n" +
        "  database restored? None was quarantined. --accept-many does it all the same.\n",
    );
  } else if (total.orphans > 0 && !isDryRun) {
    out.write("  Orphans are deleted after seven days, unless they are kept under Storage.\n");
  }
}

/** The first of the files that are not what their record says. */
async function nameWrong({ db }: Runtime, run: Reconciliation, out: Out): Promise<void> {
  const wrong = run.total.missing + run.total.damaged;
  if (wrong === 0) return;
  const kinds = { in: ["MISSING", "DAMAGED"] } satisfies { in: FindingKind[] };
  const found = await db.storageFinding.findMany({
    where: { backendId: run.storeId, state: "OPEN", kind: kinds, seenById: run.id },
    orderBy: { id: "asc" },
    take: mostNamed,
  });
  for (const { kind, objectKey } of found) {
    const word = kind === "MISSING" ? "missing" : "damaged";
    out.write(`  ${word}: ${objectKey}\n`);
  }
  if (wrong > found.length) out.write(`  and ${wrong - found.length} more: see Storage\n`);
}

function lineOf(counts: Counts): string {
  const { objects, bytes, orphans, orphanBytes, missing, damaged, ...others } = counts;
  const words = [
    `${objects} objects, ${formatBytes(bytes)}`,
    `${missing} missing`,
    `${damaged} damaged`,
    `${orphans} orphans${orphans > 0 ? ` (${formatBytes(orphanBytes)})` : ""}`,
    ...(others.staleUploads > 0 ? [`${others.staleUploads} stale uploads`] : []),
    ...(others.recent > 0 ? [`${others.recent} recent`] : []),
    ...(others.foreign > 0 ? [`${others.foreign} of other programs`] : []),
  ];
  return words.join(", ");
}

function problemsOf({ missing, damaged, orphans, staleUploads }: Counts): number {
  return missing + damaged + orphans + staleUploads;
}
