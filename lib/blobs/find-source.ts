import type { BaseContext } from "@/lib/context";
import { type LyingOfClient, toLying, withContent } from "./lying";

/**
 * The best of the places that one of these can be read from; undefined: none that is set up here. One
 * that is known to be wrong is none, nor are those that were `tried` in vain.
 */
export async function findSource(
  { db, storage }: BaseContext,
  clientId: string,
  blobIds: readonly string[],
  tried: readonly string[] = [],
): Promise<LyingOfClient | undefined> {
  const rows = await db.placement.findMany({
    where: {
      ...{ clientId, blobId: { in: [...blobIds] }, state: "PRESENT", problem: null },
      id: { notIn: [...tried] },
    },
    include: withContent,
  });
  const known = new Set(storage.drivers.map(({ backendId }) => backendId));
  const [best] = storage.byPreference(rows.filter(({ backendId }) => known.has(backendId)));
  return best && toLying(best);
}
