import type { Artifact } from "@/lib/artifacts/schema";

/** What can be done with one artifact of the list. */
export interface ArtifactActions {
  preview: (id: string) => void;
  rename: (artifact: Artifact) => void;
  remove: (artifacts: readonly Artifact[]) => void;
  /** Removes what is selected; this one where nothing is. */
  discard: (id: string) => void;
  /** Selects; with `range` everything since the last one. */
  pick: (id: string, range: boolean) => void;
}

/** The browser saves it under its name. */
export function downloadUrl({ mediaUrl }: Artifact): string | undefined {
  if (mediaUrl === null) return undefined;
  return `${mediaUrl}${mediaUrl.includes("?") ? "&" : "?"}download=1`;
}
