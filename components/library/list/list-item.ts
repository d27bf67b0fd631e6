import type { ArtifactActions } from "@/components/library/library-actions";
import type { SelectionActions } from "@/components/library/use-selection";
import type { Artifact, ArtifactOrder } from "@/lib/artifacts/schema";

/** One artifact in the grid or in the table. */
export interface ListItemProps {
  artifact: Artifact;
  /** Its place in the list, from 0. */
  index: number;
  /** How many there are; -1 while there may be more than are loaded. */
  setSize: number;
  compact: boolean;
  /** undefined: nothing can be selected by this person. */
  selected: boolean | undefined;
  /** Something is selected, so a click on the picture selects as well. */
  selecting: boolean;
  /** How far this browser has sent it. */
  percent: number | undefined;
  actions: ArtifactActions;
}

/** The whole list, in either shape. */
export interface ListProps {
  artifacts: readonly Artifact[];
  hasMore: boolean;
  compact: boolean;
  /** undefined: this person cannot do anything with a selection. */
  selection: SelectionActions | undefined;
  actions: ArtifactActions;
  sort: ArtifactOrder;
  onSort: (order: ArtifactOrder) => void;
  /** Where the focus goes that would otherwise be lost: to what stands there once something is gone. */
  refocus: { index: number } | undefined;
  /** Of the grid, before it is measured. */
  columnsGuess: number;
  onColumns: (columns: number) => unknown;
}
