"use client";

import { useEffect } from "react";
import { useSamples } from "@/components/upload/use-samples";

/** `?samples=1`, where the first-run page leads: an empty library fills itself with them, once. */
export function FirstSamples({ empty }: { empty: boolean }) {
  const { mutate } = useSamples();
  useEffect(() => {
    if (new URLSearchParams(window.location.search).get("samples") !== "1") return;
    // Gone from the address first: a reload, or React running this twice, must not add them again.
    window.history.replaceState(null, "", window.location.pathname);
    if (empty) mutate();
  }, [empty, mutate]);
  return null;
}
