"use client";

import { useState } from "react";
import { setCookie } from "@/components/shell/set-cookie";
import { type Layout, layoutCookie, layoutText } from "./layout";

/** The layout, and how to change it here and for the next visit. */
export function useLayout(initial: Layout): [Layout, (change: Partial<Layout>) => void] {
  const [layout, setLayout] = useState(initial);
  return [
    layout,
    (change) => {
      const next = { ...layout, ...change };
      setLayout(next);
      setCookie(layoutCookie, layoutText(next));
    },
  ];
}
