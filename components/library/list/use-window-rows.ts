"use client";

import {
  type CSSProperties,
  type RefCallback,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import { createRowHeights } from "./row-heights";

interface WindowRowsOptions {
  count: number;
  /** In pixels, before a row was seen. */
  estimate: number;
  /** How many stand side by side: another number makes other rows. */
  columns: number;
  /** How many the server draws. */
  first: number;
}

interface WindowRows {
  /** The rows that are there: from the first, up to but without the second. */
  range: readonly [number, number];
  /** Of the list: room for the rows that are not there. */
  style: CSSProperties;
  /** Of every row, which has its number as `data-row`. */
  rowRef: RefCallback<HTMLElement>;
  /** Brings a row into view, wherever it is. */
  showRow: (row: number) => void;
}

/** Rows drawn above and below the window. */
const overscan = 2;
/** The header that stays at the top, and the bar at the bottom of phones, in pixels. */
const covered = { top: 140, bottom: 96 };

/** Of many rows those near the window are there; the others are empty room. */
export function useWindowRows(
  list: RefObject<HTMLElement | null>,
  { count, estimate, columns, first }: WindowRowsOptions,
): WindowRows {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of columns, other rows
  const heights = useMemo(() => createRowHeights(estimate), [estimate, columns]);
  const [range, setRange] = useState<readonly [number, number]>([0, Math.min(first, count)]);
  const [, setSeen] = useState(0);

  const look = useCallback(() => {
    if (!list.current) return;
    const above = -list.current.getBoundingClientRect().top;
    const from = Math.max(0, heights.at(above, count) - overscan);
    // A page that was just opened shows what is seen; the rest can wait until it is scrolled.
    const ahead = above > 0 ? overscan : 1;
    const to = Math.min(count, heights.at(above + window.innerHeight, count) + 1 + ahead);
    setRange((now) => (now[0] === from && now[1] === to ? now : [from, to]));
  }, [list, heights, count]);

  useLayoutEffect(() => {
    look();
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look, { passive: true });
    return () => {
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, [look]);

  const observer = useMemo(() => {
    if (typeof ResizeObserver === "undefined") return undefined;
    return new ResizeObserver((entries) => {
      let isNews = false;
      for (const { target, borderBoxSize } of entries) {
        const row = Number((target as HTMLElement).dataset.row);
        const height = borderBoxSize[0]?.blockSize ?? 0;
        if (target.isConnected && height > 0) isNews = heights.set(row, height) || isNews;
      }
      if (!isNews) return;
      setSeen((times) => times + 1);
      look();
    });
  }, [heights, look]);
  const rowRef = useCallback(
    (row: HTMLElement | null) => {
      if (!row) return;
      observer?.observe(row, { box: "border-box" });
      return () => observer?.unobserve(row);
    },
    [observer],
  );

  const showRow = useCallback(
    (row: number) => {
      if (!list.current) return;
      const { scrollY, innerHeight } = window;
      const top = list.current.getBoundingClientRect().top + scrollY + heights.before(row);
      const bottom = top + heights.of(row);
      if (top < scrollY + covered.top) window.scrollTo({ top: top - covered.top });
      else if (bottom > scrollY + innerHeight - covered.bottom)
        window.scrollTo({ top: bottom - innerHeight + covered.bottom });
    },
    [list, heights],
  );

  const [from, to] = [Math.min(range[0], count), Math.min(range[1], count)];
  const after = heights.before(count) - heights.before(to);
  return {
    range: [from, to],
    style: { paddingTop: heights.before(from), paddingBottom: after },
    rowRef,
    showRow,
  };
}
