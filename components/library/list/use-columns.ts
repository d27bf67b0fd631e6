"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

interface ListBox {
  columns: number;
  /** From the top of the page to the list, in pixels. */
  offset: number;
}

const gap = 16;

/** How many cards of a least width stand side by side, and where on the page the list begins. */
export function useColumns(
  ref: RefObject<HTMLElement | null>,
  { phone, minWidth }: { phone: number; minWidth: number },
): ListBox {
  const [box, setBox] = useState<ListBox>({ columns: phone, offset: 0 });

  useLayoutEffect(() => {
    const measure = () => {
      const list = ref.current;
      if (!list) return;
      const { width, top } = list.getBoundingClientRect();
      const columns = window.matchMedia("(min-width: 640px)").matches
        ? Math.max(1, Math.floor((width + gap) / (minWidth + gap)))
        : phone;
      const offset = Math.round(top + window.scrollY);
      setBox((now) =>
        now.columns === columns && now.offset === offset ? now : { columns, offset },
      );
    };
    measure();
    // What stands above the list moves it: the whole page is watched.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref, phone, minWidth]);

  return box;
}
