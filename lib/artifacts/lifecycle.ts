import type { ArtifactStatus } from "./schema";

/** Which status may follow which. The trash is no status: it lies beside it. */
const following: Record<ArtifactStatus, readonly ArtifactStatus[]> = {
  UPLOADING: ["PROCESSING", "AVAILABLE", "FAILED", "DELETED"],
  PROCESSING: ["AVAILABLE", "FAILED", "DELETED"],
  AVAILABLE: ["EXPIRED", "DELETED"],
  EXPIRED: ["DELETED"],
  // Bytes that came from a link may be fetched once more; or another file comes in its place.
  FAILED: ["UPLOADING", "PROCESSING", "AVAILABLE", "DELETED"],
  DELETED: [],
};

export function mayFollow(from: ArtifactStatus, to: ArtifactStatus): boolean {
  return following[from].includes(to);
}

/** Every status that `to` may follow: what a conditional UPDATE names. */
export function precedingStatuses(to: ArtifactStatus): ArtifactStatus[] {
  const all = Object.keys(following) as ArtifactStatus[];
  return all.filter((from) => mayFollow(from, to));
}
