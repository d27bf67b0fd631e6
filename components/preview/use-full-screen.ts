"use client";

import { useEffect, useSyncExternalStore } from "react";

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

/** Whatever had the whole screen gives it back when this goes. */
export function useFullScreenEnd(): void {
  useEffect(
    () => () => {
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    },
    [],
  );
}
