import type { Counts } from "./schema";

type CountRow = Omit<Counts, "bytes" | "orphanBytes"> & { bytes: bigint; orphanBytes: bigint };

export function toCounts(row: CountRow): Counts {
  const { objects, recent, foreign, orphans, missing, damaged, staleUploads } = row;
  return {
    ...{ objects, recent, foreign, orphans, missing, damaged, staleUploads },
    ...{ bytes: Number(row.bytes), orphanBytes: Number(row.orphanBytes) },
  };
}
