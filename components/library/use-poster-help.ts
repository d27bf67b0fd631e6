"use client";

import { useEffect, useEffectEvent } from "react";
import { useUploadQueue } from "@/components/upload/upload-context";
import { useOfferPoster } from "@/components/upload/use-offer-poster";
import type { Artifact } from "@/lib/artifacts/schema";
import { useMay } from "./use-may";

/** What was uploaded elsewhere and has no poster yet gets one from whoever looks at it. */
export function usePosterHelp(clientId: string, artifacts: readonly Artifact[]): void {
  const offer = useOfferPoster(clientId, useUploadQueue());
  const may = useMay();
  const help = useEffectEvent(async () => {
    // One after the other: decoding is heavy on a phone.
    for (const artifact of artifacts) if (may.rename(artifact)) await offer(artifact);
  });
  useEffect(() => {
    if (artifacts.some(({ wantsPoster }) => wantsPoster)) void help();
  }, [artifacts]);
}
