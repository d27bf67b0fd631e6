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
  const total = usedBytes + reservedBytes;
  const bytes = maxBytes === null ? -1 : shareOf(total, maxBytes);
  const files = maxObjects === null ? -1 : shareOf(objects, maxObjects);
  if (maxBytes !== null && bytes >= files) {
    return { of: "bytes", share: bytes, level: levelOf(total, maxBytes) };
  }
  if (maxObjects === null) return undefined;
  return { of: "objects", share: files, level: levelOf(objects, maxObjects) };
}

export function levelOf(used: number, most: number): Fullness["level"] {
  const share = shareOf(used, most);
  if (share >= 1) return "full";
  return share >= nearShare ? "near" : "fine";
}

/** A limit of nothing is always full. */
function shareOf(used: number, most: number): number {
  return most === 0 ? 1 : used / most;
}
