import type { Context } from "@/lib/context";
import type { Driver } from "@/lib/storage";
import { assertAnswers } from "./assert-answers";
import type { Found } from "./judge-pairs";
import type { Pair } from "./pair-by-key";
import { sizesAt } from "./sizes-at";

interface Wrong {
  found: Found[];
  /** Placements that were wrong when they were last read, and may be right again. */
  readAgain: string[];
}

/**
 * Those whose record says that they are there, and that are not, or not of that size, or were wrong
 * when they were last read. The store is asked first: a record that still stands afterwards stood all the while, as whoever deletes bytes
 * says so before.
 */
export async function confirmWrong(
  ctx: Context,
  driver: Driver,
  pairs: readonly Pair[],
): Promise<Wrong> {
  if (pairs.length === 0) return { found: [], readAgain: [] };
  const sizes = await sizesAt(
    driver,
    pairs.map(({ key }) => key),
  );
  const { clientId } = ctx;
  const places = await ctx.db.placement.findMany({
    where: {
      ...{ clientId, state: { in: ["PRESENT", "DAMAGED"] }, blob: { state: { not: "DELETING" } } },
      id: { in: pairs.flatMap(({ place }) => place?.id ?? []) },
    },
    select: { id: true, objectKey: true, storedSizeBytes: true, problem: true },
  });
  const found = places.flatMap(({ id, objectKey: key, storedSizeBytes, problem }): Found[] => {
    const sizeBytes = sizes.get(key);
    // What was missing and is there again is not judged by its size alone: it is read again.
    if (sizeBytes === Number(storedSizeBytes) && problem !== "damaged") return [];
    if (sizeBytes !== undefined) return [{ kind: "DAMAGED", key, sizeBytes, placementId: id }];
    return [{ kind: "MISSING", key, sizeBytes: Number(storedSizeBytes), placementId: id }];
  });
  // A bucket that is gone, or a disk that is not mounted any more, says of everything that it is
  // not there.
  if (found.some(({ kind }) => kind === "MISSING")) await assertAnswers(ctx, driver, clientId);
  const readAgain = places.filter(({ problem }) => problem !== null).map(({ id }) => id);
  return { found, readAgain };
}
