"use client";

import { useEffect } from "react";
import { useUploadQueue } from "@/components/upload/upload-context";
import { useOfferPoster } from "@/components/upload/use-offer-poster";
import type { Artifact } from "@/lib/artifacts/schema";

/** Videos that were uploaded elsewhere and have no poster yet get one from whoever looks at them. */
export function usePosterHelp(clientId: string, artifacts: readonly Artifact[]): void {
  const offer = useOfferPoster(clientId, useUploadQueue());
  useEffect(() => {
    const wanting = artifacts.filter(({ wantsPoster, posterUrl }) => wantsPoster && !posterUrl);
    // One after the other: decoding is heavy on a phone.
    void wanting.reduce(
      (before, artifact) => before.then(() => offer(artifact)),
      Promise.resolve(),
    );
  }, [artifacts, offer]);
}
