import type { Counts } from "./schema";

export const noCounts: Counts = {
  ...{ objects: 0, bytes: 0, recent: 0, foreign: 0 },
  ...{ orphans: 0, orphanBytes: 0, missing: 0, damaged: 0, staleUploads: 0 },
};

export function sumOf(all: readonly Counts[]): Counts {
  const sum = { ...noCounts };
  for (const counts of all) {
    for (const name of Object.keys(noCounts) as (keyof Counts)[]) sum[name] += counts[name];
  }
  return sum;
}
