"use client";

import { useEffect, useEffectEvent } from "react";

/** Whoever works by keyboard goes on where they were, also when that is gone. */
export function useRefocus(
  wanted: { index: number } | undefined,
  count: number,
  focusAt: (index: number) => void,
): void {
  const focus = useEffectEvent((index: number) => {
    if (document.activeElement === document.body && count > 0) focusAt(Math.min(index, count - 1));
  });

  useEffect(() => {
    if (!wanted || wanted.index < 0) return;
    // Dialogs and menus give back the focus a moment after they are gone.
    const timer = setTimeout(() => focus(wanted.index), 60);
    return () => clearTimeout(timer);
  }, [wanted]);
}
