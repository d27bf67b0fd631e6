"use client";

import { useEffect, useEffectEvent } from "react";

/** Left and right, unless a bar, a menu or a text wants them for itself. */
export function useArrowKeys(onLeft: () => unknown, onRight: () => unknown): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, defaultPrevented } = event;
    if (defaultPrevented || (target instanceof Element && target.closest(own))) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === "ArrowLeft") onLeft();
    if (key === "ArrowRight") onRight();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => act(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

const own = "input, textarea, [role=slider], [role=menu], [data-own-keys]";
