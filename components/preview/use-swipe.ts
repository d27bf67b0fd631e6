"use client";

import { useEffect, useEffectEvent } from "react";

interface Swipes {
  /** Each answers false when there is nothing to go to. */
  onLeft: () => unknown;
  onRight: () => unknown;
  onDown: () => unknown;
}

const farPx = 70;
const axisPx = 10;

/**
 * A finger that draws what the box shows aside or down; what it shows follows the finger. Not where
 * `data-own-touch` marks what takes fingers for itself: a seek bar, a text, a picture zoomed into.
 */
export function useSwipe(box: HTMLElement | null, swipes: Swipes): void {
  const act = useEffectEvent((dx: number, dy: number) => {
    if (Math.abs(dx) > Math.abs(dy)) {
      if (dx < -farPx) swipes.onLeft();
      if (dx > farPx) swipes.onRight();
    } else if (dy > farPx) swipes.onDown();
  });

  useEffect(() => {
    if (!box) return;
    let start: { id: number; x: number; y: number } | undefined;
    let axis: "x" | "y" | undefined;

    const follow = (dx: number, dy: number) => {
      if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
      box.style.translate = axis === "x" ? `${dx}px 0` : `0 ${Math.max(0, dy)}px`;
    };
    const letGo = () => {
      start = undefined;
      axis = undefined;
      box.style.translate = "";
    };
    const down = (event: PointerEvent) => {
      const taken = event.target instanceof Element && event.target.closest("[data-own-touch]");
      // A second finger is no swipe.
      if (!event.isPrimary || event.pointerType !== "touch" || taken) return letGo();
      start = { id: event.pointerId, x: event.clientX, y: event.clientY };
    };
    const move = (event: PointerEvent) => {
      if (start?.id !== event.pointerId) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (Math.hypot(dx, dy) > axisPx) axis ??= Math.abs(dx) > Math.abs(dy) ? "x" : "y";
      if (axis) follow(dx, dy);
    };
    const up = (event: PointerEvent) => {
      if (start?.id !== event.pointerId) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      letGo();
      if (event.type === "pointerup") act(dx, dy);
    };
    const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
    for (const [type, listener] of Object.entries(listeners))
      box.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        box.removeEventListener(type, listener as EventListener);
    };
  }, [box]);
}
