"use client";

import { useLayoutEffect, useRef, useState } from "react";
import type { ArtifactActions } from "./library-actions";

/** The same functions for the life of the page, so that cards are not drawn anew for each of its changes. */
export function useStableActions(actions: ArtifactActions): ArtifactActions {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState<ArtifactActions>(() => ({
    preview: (id) => latest.current.preview(id),
    rename: (artifact) => latest.current.rename(artifact),
    star: (artifact) => latest.current.star(artifact),
    tag: (artifacts) => latest.current.tag(artifacts),
    collect: (artifacts) => latest.current.collect(artifacts),
    place: (artifacts) => latest.current.place(artifacts),
    remove: (artifacts) => latest.current.remove(artifacts),
    discard: (id) => latest.current.discard(id),
    pick: (id, range) => latest.current.pick(id, range),
    dragged: (id) => latest.current.dragged(id),
  }));
  return stable;
}
