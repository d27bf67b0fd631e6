"use client";

import { useLocale } from "next-intl";
import { useEffect } from "react";
import { awaitInstallOffer } from "./install-offer";

if (typeof window !== "undefined") awaitInstallOffer();

// biome-ignore lint/style/noProcessEnv: Next writes the word itself in its place
const isBuilt = process.env.NODE_ENV === "production";

/** Registers /sw.js where the browser lets us: https or localhost. Elsewhere nothing is missed. */
export function ServiceWorker() {
  const locale = useLocale();
  useEffect(() => {
    if (!isBuilt || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is another page
  useEffect(() => {
    navigator.serviceWorker?.controller?.postMessage("keep-offline-page");
  }, [locale]);
  return null;
}
