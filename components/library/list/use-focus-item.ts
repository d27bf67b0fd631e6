"use client";

import { type RefObject, useCallback } from "react";

/** Gives an item of the list the focus, once its row is there. */
export function useFocusItem(
  list: RefObject<HTMLElement | null>,
  showRow: (row: number) => void,
  columns: number,
): (index: number) => void {
  return useCallback(
    (index) => {
      showRow(Math.floor(index / columns));
      let tries = 30;
      const focus = () => {
        const item = list.current?.querySelector<HTMLElement>(`[data-item="${index}"]`);
        if (item) item.focus({ preventScroll: true });
        else if (tries-- > 0) requestAnimationFrame(focus);
      };
      focus();
    },
    [list, showRow, columns],
  );
}
