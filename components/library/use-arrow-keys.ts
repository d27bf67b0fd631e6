"use client";

import { useEffect, useEffectEvent } from "react";

/** Left and right, unless a film or a text wants them for itself. */
export function useArrowKeys(onLeft: () => unknown, onRight: () => unknown): void {
  const act = useEffectEvent(({ key, target, defaultPrevented }: KeyboardEvent) => {
    if (defaultPrevented || (target instanceof Element && target.closest(own))) return;
    if (key === "ArrowLeft") onLeft();
    if (key === "ArrowRight") onRight();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => act(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

const own = "video, audio, input, textarea, [role=menu]";
