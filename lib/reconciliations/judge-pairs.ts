import type { Context } from "@/lib/context";
import { type Driver, isOwnKey } from "@/lib/storage";
import { confirmOrphans } from "./confirm-orphans";
import { confirmWrong } from "./confirm-wrong";
import { noCounts } from "./no-counts";
import type { Pair } from "./pair-by-key";
import type { Counts, FindingKind } from "./schema";

export interface Found {
  kind: FindingKind;
  key: string;
  sizeBytes: number;
  placementId: string | null;
}

export interface Judged {
  found: Found[];
  /** Nothing refers to them as yet. What was said of one before is no less true for its age. */
  recentKeys: string[];
  /** Placements that may be right again. */
  readAgain: string[];
  /** Without what was found: that is counted as it is written down. */
  counts: Counts;
}

/** What is wrong with these. The store and the records are asked once more before it is said. */
export async function judgePairs(
  ctx: Context,
  driver: Driver,
  pairs: readonly Pair[],
  before: Date,
): Promise<Judged> {
  const counts = { ...noCounts };
  const [orphans, wrong, recentKeys]: [Pair[], Pair[], string[]] = [[], [], []];
  for (const pair of pairs) {
    const { key, object, place } = pair;
    counts.objects += object ? 1 : 0;
    counts.bytes += object?.sizeBytes ?? 0;
    const isRight = place?.storedBytes === object?.sizeBytes && !place?.isSuspect;
    if (place?.isThere && !isRight) wrong.push(pair);
    if (place && !place.isThere && object) counts.recent += 1;
    if (place || !object) continue;
    if (!isOwnKey(key)) counts.foreign += 1;
    else if (object.modifiedAt < before) orphans.push(pair);
    else recentKeys.push(key);
  }
  counts.recent += recentKeys.length;
  const lost = await confirmOrphans(ctx, driver, orphans);
  const { found, readAgain } = await confirmWrong(ctx, driver, wrong);
  return { found: [...lost, ...found], recentKeys, readAgain, counts };
}
