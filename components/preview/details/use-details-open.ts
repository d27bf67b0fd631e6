"use client";

import { useState } from "react";
import { useMediaQuery } from "@/components/ui/use-media-query";

export interface DetailsOpen {
  isOpen: boolean;
  /** It lies over the picture instead of beside it. */
  covers: boolean;
  toggle: () => void;
}

/** Beside the picture the details are there from the start; where they would cover it, when asked for. */
export function useDetailsOpen(): DetailsOpen {
  const hasRoom = useMediaQuery("(min-width: 64rem)");
  const [chosen, choose] = useState<boolean>();
  const isOpen = chosen ?? hasRoom;
  return { isOpen, covers: isOpen && !hasRoom, toggle: () => choose(!isOpen) };
}
