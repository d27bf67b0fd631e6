"use client";

import { useEffect } from "react";

const leisureMs = 3_000;

/** Fetches what is likely to be wanted once the page stands; a failure is for the one who wants it. */
export function useLeisure(...loads: (() => Promise<unknown>)[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same functions for the life of the page
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of loads) load().catch(() => {});
    }, leisureMs);
    return () => clearTimeout(timer);
  }, []);
}
