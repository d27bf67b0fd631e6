"use client";

import { useEffect, useState } from "react";

const calmAfterMs = 4_000;

/** Someone is at the screen: a pointer moves, a finger or a key of the remote is pressed. */
export function useAttention(): boolean {
  const [isPresent, setPresent] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const notice = () => {
      setPresent(true);
      clearTimeout(timer);
      timer = setTimeout(() => setPresent(false), calmAfterMs);
    };
    const events = ["pointermove", "pointerdown", "keydown"] as const;
    for (const event of events) addEventListener(event, notice, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const event of events) removeEventListener(event, notice);
    };
  }, []);

  return isPresent;
}
