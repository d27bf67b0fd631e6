"use client";

import { type PointerEvent, useRef } from "react";

const holdMs = 450;
const wobblePx = 10;

/** A finger that rests on something. The click that follows its lifting is not one. */
export function useLongPress(onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begin = useRef({ x: 0, y: 0 });
  const held = useRef(false);
  const stop = () => clearTimeout(timer.current);

  return {
    onPointerDown: (event: PointerEvent) => {
      held.current = false;
      if (event.pointerType === "mouse") return;
      begin.current = { x: event.clientX, y: event.clientY };
      stop();
      timer.current = setTimeout(() => {
        held.current = true;
        onHold();
      }, holdMs);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const { x, y } = begin.current;
      if (Math.hypot(clientX - x, clientY - y) > wobblePx) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    // The menu that touch browsers show for a long press would cover what it selects.
    onContextMenu: (event: { preventDefault(): void }) => {
      if (held.current) event.preventDefault();
    },
    onClickCapture: (event: { preventDefault(): void; stopPropagation(): void }) => {
      if (!held.current) return;
      held.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
