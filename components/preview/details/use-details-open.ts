"use client";

import { useState } from "react";
import { useMediaQuery } from "@/components/ui/use-media-query";

export interface DetailsOpen {
  isOpen: boolean;
  /** It lies over the picture instead of beside it. */
  covers: boolean;
  toggle: () => void;
}

const key = "vitrine.preview-details";

/**
 * Beside the picture the details are there from the start, unless they were put away the last time;
 * where they would cover it, when asked for.
 */
export function useDetailsOpen(): DetailsOpen {
  const hasRoom = useMediaQuery("(min-width: 64rem)");
  const [chosen, choose] = useState<boolean>();
  const isOpen = chosen ?? (hasRoom && recall() !== "closed");
  const toggle = () => {
    choose(!isOpen);
    if (hasRoom) keep(isOpen ? "closed" : "open");
  };
  return { isOpen, covers: isOpen && !hasRoom, toggle };
}

/** A browser may forbid storage; then it is as it always is. */
function recall(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(word: "open" | "closed"): void {
  try {
    localStorage.setItem(key, word);
  } catch {}
}
