import type { Artifact } from "@/lib/artifacts/schema";

type Artifacts = readonly Artifact[];

/** What can be done with artifacts of the list. */
export interface ArtifactActions {
  preview: (id: string) => void;
  rename: (artifact: Artifact) => void;
  star: (artifact: Artifact) => void;
  tag: (artifacts: Artifacts) => void;
  collect: (artifacts: Artifacts) => void;
  /** Says from which store they come. */
  place: (artifacts: Artifacts) => void;
  remove: (artifacts: Artifacts) => void;
  /** Removes what is selected; this one where nothing is. */
  discard: (id: string) => void;
  /** Selects; with `range` everything since the last one. */
  pick: (id: string, range: boolean) => void;
  /** What goes along when this one is dragged. */
  dragged: (id: string) => string[];
}

/** Another file can be put in its place. */
export const isReplaceable = ({ status }: Artifact) =>
  status === "AVAILABLE" || status === "FAILED";

/** The browser saves it under its name. */
export function downloadUrl({ mediaUrl }: Artifact): string | undefined {
  if (mediaUrl === null) return undefined;
  return `${mediaUrl}${mediaUrl.includes("?") ? "&" : "?"}download=1`;
}
