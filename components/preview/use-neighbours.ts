"use client";

import { useEffect, useEffectEvent } from "react";
import type { Artifact } from "@/lib/artifacts/schema";

interface NeighbourOptions {
  onShow: (id: string) => void;
  onMore: (() => void) | undefined;
}

const nearEnd = 3;

/** What lies before and after the file that is shown; a step answers whether there was one. */
export function useNeighbours(
  id: string,
  artifacts: readonly Artifact[],
  { onShow, onMore }: NeighbourOptions,
) {
  const index = artifacts.findIndex((artifact) => artifact.id === id);
  const before = index < 0 ? undefined : artifacts[index - 1];
  const after = index < 0 ? undefined : artifacts[index + 1];
  const step = (to: Artifact | undefined) => {
    if (to) onShow(to.id);
    return to !== undefined;
  };

  const beforePoster = before?.posterUrl;
  const afterPoster = after?.posterUrl;
  useEffect(() => {
    for (const src of [afterPoster, beforePoster]) if (src) new Image().src = src;
  }, [beforePoster, afterPoster]);

  const readOn = useEffectEvent(() => onMore?.());
  const isNearEnd = index >= 0 && index >= artifacts.length - nearEnd;
  useEffect(() => {
    if (isNearEnd) readOn();
  }, [isNearEnd]);

  return {
    // How many there are in all nobody has counted while there is more to read.
    position: index < 0 || onMore ? undefined : { current: index + 1, total: artifacts.length },
    hasBefore: before !== undefined,
    hasAfter: after !== undefined,
    toBefore: () => step(before),
    toAfter: () => step(after),
  };
}
