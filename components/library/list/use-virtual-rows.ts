"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";

interface VirtualRows {
  count: number;
  /** From the top of the page to the first row, in pixels. */
  offset: number;
  estimatedHeight: number;
  gap: number;
}

/** Rows of which only those near the window are there. */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  { count, offset, estimatedHeight, gap }: VirtualRows,
) {
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => estimatedHeight,
    gap,
    overscan: 4,
    scrollMargin: offset,
    // The header that stays at the top, and the bar at the bottom of phones.
    scrollPaddingStart: 140,
    scrollPaddingEnd: 96,
  });

  /** Brings an item into view, wherever it is, and gives it the focus. */
  const focusItem = useCallback(
    (index: number, row: number) => {
      virtualizer.scrollToIndex(row, { align: "auto" });
      let tries = 30;
      const focus = () => {
        const item = list.current?.querySelector<HTMLElement>(`[data-item="${index}"]`);
        if (item) item.focus({ preventScroll: true });
        else if (tries-- > 0) requestAnimationFrame(focus);
      };
      focus();
    },
    [list, virtualizer],
  );

  return { virtualizer, focusItem };
}
