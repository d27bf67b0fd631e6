"use client";

import type { Artifact } from "@/lib/artifacts/schema";

/** What lies before and after the file that is shown; a step answers whether there was one. */
export function useNeighbours(
  id: string,
  artifacts: readonly Artifact[],
  onShow: (id: string) => void,
) {
  const index = artifacts.findIndex((artifact) => artifact.id === id);
  const before = index < 0 ? undefined : artifacts[index - 1];
  const after = index < 0 ? undefined : artifacts[index + 1];
  const step = (to: Artifact | undefined) => {
    if (to) onShow(to.id);
    return to !== undefined;
  };
  return {
    hasBefore: before !== undefined,
    hasAfter: after !== undefined,
    toBefore: () => step(before),
    toAfter: () => step(after),
  };
}
