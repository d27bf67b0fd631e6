"use client";

import { useSyncExternalStore } from "react";
import { installOffer } from "./install-offer";

/** Installs Vitrine as an app; undefined where the browser does not offer it, or it is one. */
export function useInstall(): (() => void) | undefined {
  const isThere = useSyncExternalStore(installOffer.subscribe, installOffer.isThere, () => false);
  return isThere ? () => void installOffer.take() : undefined;
}
