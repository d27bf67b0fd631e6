"use client";

import { useEffect, useState } from "react";

const patienceMs = 400;
/** Half of the widest one, so that none leaves the window. */
const reachPixels = 132;

interface Shown {
  text: string;
  left: number;
  top: number;
}

/**
 * Shows `data-tooltip` of what is hovered or has the keyboard's focus. One for the whole page: it
 * repeats the names of icon buttons, which screen readers know already.
 */
export function TooltipHost() {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const listening = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setShown(undefined);
    };
    const show = (target: EventTarget | null, delayMs: number) => {
      hide();
      const named =
        target instanceof Element ? target.closest<HTMLElement>("[data-tooltip]") : null;
      if (named) timer = setTimeout(() => setShown(placed(named)), delayMs);
    };
    const on = <K extends keyof DocumentEventMap>(
      name: K,
      act: (event: DocumentEventMap[K]) => void,
    ) =>
      document.addEventListener(name, act, {
        signal: listening.signal,
        capture: true,
        passive: true,
      });
    on("pointerover", ({ pointerType, target }) => {
      if (pointerType === "mouse") show(target, patienceMs);
    });
    on("focusin", ({ target }) => {
      if (target instanceof Element && target.matches(":focus-visible")) show(target, 0);
    });
    for (const name of ["focusout", "pointerdown", "keydown", "scroll"] as const) on(name, hide);
    return () => {
      listening.abort();
      clearTimeout(timer);
    };
  }, []);

  if (!shown) return null;
  const { text, left, top } = shown;
  return (
    <div
      aria-hidden
      style={{ left, top }}
      className="pointer-events-none fixed z-60 max-w-64 -translate-x-1/2 animate-fade-in rounded-md bg-ink px-2.5 py-1.5 text-canvas text-xs shadow-md"
    >
      {text}
    </div>
  );
}

function placed(named: HTMLElement): Shown | undefined {
  const { left, right, top, bottom } = named.getBoundingClientRect();
  if (!named.isConnected) return undefined;
  const middle = (left + right) / 2;
  const farthest = Math.max(reachPixels, window.innerWidth - reachPixels);
  const above = top - 36;
  return {
    text: named.dataset.tooltip ?? "",
    left: Math.min(Math.max(middle, reachPixels), farthest),
    top: above > 4 ? above : bottom + 6,
  };
}
