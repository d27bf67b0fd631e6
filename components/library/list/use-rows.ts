"use client";

import { type RefObject, useCallback, useRef } from "react";
import type { WindowVirtualizerHandle } from "virtua";

/** The header that stays at the top, and the bar at the bottom of phones, in pixels. */
const covered = { top: 140, bottom: 96 };

/** What the server draws, and a browser before it has measured: a desk's window is full of it. */
export const firstRows = { grid: 4, table: 12 };

/** Rows of which only those near the window are there, and the way to one of their items. */
export function useRows(list: RefObject<HTMLElement | null>) {
  const rows = useRef<WindowVirtualizerHandle>(null);

  /** Brings an item into view, wherever it is, and gives it the focus. */
  const focusItem = useCallback(
    (index: number, row: number) => {
      if (list.current && rows.current) bringIntoView(list.current, rows.current, row);
      let tries = 30;
      const focus = () => {
        const item = list.current?.querySelector<HTMLElement>(`[data-item="${index}"]`);
        if (item) item.focus({ preventScroll: true });
        else if (tries-- > 0) requestAnimationFrame(focus);
      };
      focus();
    },
    [list],
  );

  return { rows, focusItem };
}

function bringIntoView(list: HTMLElement, rows: WindowVirtualizerHandle, row: number): void {
  const { scrollY, innerHeight } = window;
  const top = list.getBoundingClientRect().top + scrollY + rows.getItemOffset(row);
  const bottom = top + rows.getItemSize(row);
  if (top < scrollY + covered.top) window.scrollTo({ top: top - covered.top });
  else if (bottom > scrollY + innerHeight - covered.bottom)
    window.scrollTo({ top: bottom - innerHeight + covered.bottom });
}
