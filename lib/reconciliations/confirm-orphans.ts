import type { Context } from "@/lib/context";
import type { Driver } from "@/lib/storage";
import { findReferred } from "./find-referred";
import type { Found } from "./judge-pairs";
import type { Pair } from "./pair-by-key";
import { sizesAt } from "./sizes-at";

/**
 * Those that no record names and that are there. The records are asked first: whoever deletes
 * bytes deletes the record after them, so what is still there then never lost its record.
 */
export async function confirmOrphans(
  ctx: Context,
  driver: Driver,
  pairs: readonly Pair[],
): Promise<Found[]> {
  const keys = pairs.map(({ key }) => key);
  const referred = await findReferred(ctx, keys);
  const sizes = await sizesAt(
    driver,
    keys.filter((key) => !referred.has(key)),
  );
  return [...sizes].flatMap(([key, sizeBytes]) =>
    sizeBytes === undefined ? [] : [{ kind: "ORPHAN" as const, key, sizeBytes, placementId: null }],
  );
}
