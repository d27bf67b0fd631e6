"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { useSamples } from "@/components/upload/use-samples";

const parameter = "samples";

/** `?samples=1`, where the first-run page leads: the samples add themselves, once. */
export function useFirstSamples(loaded: boolean, empty: boolean): void {
  const search = useSearchParams();
  const { mutate } = useSamples();
  const wanted = search.get(parameter) === "1";

  useEffect(() => {
    if (!loaded || new URLSearchParams(window.location.search).get(parameter) !== "1") return;
    // Gone from the address first: a reload, or React running this twice, must not add them again.
    window.history.replaceState(null, "", window.location.pathname);
    if (wanted && empty) mutate();
  }, [loaded, empty, wanted, mutate]);
}
