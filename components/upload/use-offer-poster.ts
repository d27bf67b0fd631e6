"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import type { Artifact } from "@/lib/artifacts/schema";
import type { UploadQueue } from "@/lib/sdk";

// Decoding is heavy on a phone: one after the other, whoever asks.
let lastOffer: Promise<unknown> = Promise.resolve();

// Once per tab and artifact: a browser that cannot decode the file must not try forever.
const attempted = new Set<string>();

/** Where the server has no ffmpeg, a browser that can show the video gives it a poster. */
export function useOfferPoster(clientId: string, queue: UploadQueue) {
  const queryClient = useQueryClient();
  return useCallback(
    async (artifact: Artifact): Promise<void> => {
      const { id, wantsPoster, posterUrl, mediaUrl } = artifact;
      const file = queue.fileOf(id);
      if (!wantsPoster || posterUrl || !(file || mediaUrl) || attempted.has(id)) return;
      attempted.add(id);
      try {
        const { offerPoster } = await import("./offer-poster");
        const mine = lastOffer.then(() => offerPoster(clientId, artifact, file));
        lastOffer = mine.catch(() => {});
        await mine;
        await refreshArtifacts(queryClient, clientId, [id]);
      } catch {
        // A poster is a courtesy: another browser may manage, and the card has its icon.
      }
    },
    [clientId, queue, queryClient],
  );
}
