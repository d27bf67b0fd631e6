"use client";

import { useSyncExternalStore } from "react";

/** Whether a page of ours has the whole screen now. */
export function useFullScreen(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      document.addEventListener("fullscreenchange", onChange);
      return () => document.removeEventListener("fullscreenchange", onChange);
    },
    () => document.fullscreenElement !== null,
    () => false,
  );
}
