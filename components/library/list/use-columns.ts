"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";

export interface ColumnShape {
  phone: number;
  /** Of a card, in pixels. */
  minWidth: number;
  gap: number;
}

/** How many cards stand side by side; `guess` before anybody has measured. */
export function useColumns(
  ref: RefObject<HTMLElement | null>,
  { phone, minWidth, gap }: ColumnShape,
  guess: number,
  tell: (columns: number) => unknown,
): number {
  const [columns, setColumns] = useState(guess);

  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    const measure = () => {
      const { width } = list.getBoundingClientRect();
      setColumns(
        window.matchMedia("(min-width: 640px)").matches
          ? Math.max(1, Math.floor((width + gap) / (minWidth + gap)))
          : phone,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    return () => observer.disconnect();
  }, [ref, phone, minWidth, gap]);

  const tellNow = useEffectEvent(tell);
  useEffect(() => {
    tellNow(columns);
  }, [columns]);

  return columns;
}
