"use client";

import { useEffect, useRef } from "react";
import type { Artifact } from "@/lib/artifacts/schema";

/**
 * What lies before and after the file that is shown. A step counts from the file that was asked
 * for last: the address follows it in a transition, and keys may come faster than that.
 */
export function useNeighbours(
  id: string,
  artifacts: readonly Artifact[],
  onShow: (id: string) => void,
) {
  const asked = useRef<string>(undefined);
  useEffect(() => {
    if (asked.current === id) asked.current = undefined;
  }, [id]);

  const neighbourOf = (id: string, by: -1 | 1) => {
    const index = artifacts.findIndex((artifact) => artifact.id === id);
    return index < 0 ? undefined : artifacts[index + by];
  };
  const step = (by: -1 | 1): boolean => {
    const next = neighbourOf(asked.current ?? id, by);
    if (!next) return false;
    asked.current = next.id;
    onShow(next.id);
    return true;
  };
  return {
    hasBefore: neighbourOf(id, -1) !== undefined,
    hasAfter: neighbourOf(id, 1) !== undefined,
    toBefore: () => step(-1),
    toAfter: () => step(1),
  };
}
