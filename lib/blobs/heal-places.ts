import { type BaseContext, jobContext } from "@/lib/context";
import { copyBlob } from "./copy-blob";
import { findSource } from "./find-source";
import { withLock } from "./with-lock";

export const healJob = "heal-places";
const atOnce = 100;

/** Writes anew, from another place, what was found damaged or missing; answers how many. */
export async function healPlaces(ctx: BaseContext, signal: AbortSignal): Promise<number> {
  const healed = await withLock(ctx, "heal", async () => {
    const damaged = await ctx.db.placement.findMany({
      where: { state: "DAMAGED", blob: { state: { not: "DELETING" } } },
      take: atOnce,
    });
    let count = 0;
    for (const { clientId, id, blobId, backendId: to } of damaged) {
      if (signal.aborted) break;
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
    return count;
  });
  return healed ?? 0;
}
