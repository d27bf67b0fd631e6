import { type BaseContext, jobContext } from "@/lib/context";
import { isAppError } from "@/lib/errors";
import { deleteOrphan } from "./delete-orphan";

const atOnce = 200;

/** Deletes what has lain in quarantine for long enough and is still referred to by nothing. */
export async function emptyQuarantine(ctx: BaseContext, signal: AbortSignal): Promise<void> {
  const refusing = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await ctx.db.storageFinding.findMany({
      where: {
        ...{ state: "QUARANTINED", deleteAfter: { lt: new Date() } },
        ...(after === undefined ? {} : { id: { gt: after } }),
      },
      select: { clientId: true, id: true, backendId: true },
      orderBy: { id: "asc" },
      take: atOnce,
    });
    for (const { clientId, id, backendId } of page) {
      if (signal.aborted) return;
      if (refusing.has(backendId)) continue;
      try {
        const mine = jobContext(ctx, "empty-quarantine", clientId, ctx.log);
        await deleteOrphan(mine, id, ["QUARANTINED"]);
      } catch (err) {
        if (!isAppError(err)) throw err;
        // A store that does not answer keeps its bytes until tomorrow; the others need not wait.
        refusing.add(backendId);
        ctx.log.warn({ err, storeId: backendId }, "the quarantine could not be emptied");
      }
    }
    after = page.at(-1)?.id;
    if (page.length < atOnce) return;
  }
}
