import { type BaseContext, jobContext } from "@/lib/context";
import { copyBlob } from "./copy-blob";
import { findSource } from "./find-source";
import { withLock } from "./with-lock";

export const healJob = "heal-places";
const atOnce = 100;

/** Writes anew, from another place, what was found damaged or missing; answers how many. */
export async function healPlaces(ctx: BaseContext, signal: AbortSignal): Promise<number> {
  const healed = await withLock(ctx, "heal", async () => {
    let count = 0;
    for (let after: string | undefined; ; ) {
      const damaged = await findDamaged(ctx, after);
      for (const { clientId, id, blobId, backendId: to } of damaged) {
        if (signal.aborted) return count;
        const source = await findSource(ctx, clientId, blobId);
        if (!source) continue;
        const one = jobContext(ctx, healJob, clientId, ctx.log);
        const order = { to, replaces: id, signal };
        try {
          if ((await copyBlob(one, source, order)) === "copied") count += 1;
        } catch (err) {
          ctx.log.warn({ err, backendId: to }, "a file could not be healed");
        }
      }
      after = damaged.at(-1)?.id;
      if (damaged.length < atOnce) return count;
    }
  });
  return healed ?? 0;
}

/** Those that cannot be healed must not stand in the way of the others. */
function findDamaged(ctx: BaseContext, after: string | undefined) {
  const known = ctx.storage.drivers.map(({ backendId }) => backendId);
  return ctx.db.placement.findMany({
    where: {
      ...{ state: "DAMAGED", backendId: { in: known }, blob: { state: { not: "DELETING" } } },
      ...(after === undefined ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: atOnce,
  });
}
