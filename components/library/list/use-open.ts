"use client";

import type { MouseEvent } from "react";
import type { ListItemProps } from "./list-item";

/** A click previews; with a modifier, or while something is selected, it selects. */
export function useOpen({ artifact, selected, selecting, actions }: ListItemProps) {
  return ({ shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    const selects = selecting || shiftKey || ctrlKey || metaKey;
    if (selects && selected !== undefined) actions.pick(artifact.id, shiftKey);
    else actions.preview(artifact.id);
  };
}
