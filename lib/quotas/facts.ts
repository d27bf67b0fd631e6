/** From here on people are told, before anything is refused. */
const nearShare = 0.8;

interface Used {
  usedBytes: number;
  reservedBytes: number;
  objects: number;
  maxBytes: number | null;
  maxObjects: number | null;
}

export interface Fullness {
  /** Of which limit there is least left. */
  of: "bytes" | "objects";
  /** 1: nothing more fits; more when the limit was lowered. */
  share: number;
  level: "fine" | "near" | "full";
}

/** How close a client is to its limits; undefined: it has none. */
export function fullnessOf(usage: Used): Fullness | undefined {
  const { usedBytes, reservedBytes, objects, maxBytes, maxObjects } = usage;
  const bytes = shareOf(usedBytes + reservedBytes, maxBytes);
  const files = shareOf(objects, maxObjects);
  if (bytes === undefined && files === undefined) return undefined;
  const share = Math.max(bytes ?? 0, files ?? 0);
  const level = share >= 1 ? "full" : share >= nearShare ? "near" : "fine";
  return { of: share === bytes ? "bytes" : "objects", share, level };
}

/** A limit of nothing is always full. */
function shareOf(used: number, most: number | null): number | undefined {
  if (most === null) return undefined;
  return most === 0 ? 1 : used / most;
}
