"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import type { Artifact } from "@/lib/artifacts/schema";
import { sendPoster, type UploadQueue } from "@/lib/sdk";

const loadTake = async (isPicture: boolean) =>
  isPicture
    ? (await import("./take-picture")).takePicture
    : (await import("./take-frame")).takeFrame;

// Once per tab and artifact: a browser that cannot decode the file must not try forever.
const attempted = new Set<string>();

/** Where the server has no ffmpeg, a browser that can show the video gives it a poster. */
export function useOfferPoster(clientId: string, queue: UploadQueue) {
  const queryClient = useQueryClient();
  return useCallback(
    async (artifact: Artifact): Promise<void> => {
      const { id, wantsPoster, posterUrl, mediaUrl, contentType } = artifact;
      const file = queue.fileOf(id);
      if (!wantsPoster || posterUrl || !(file || mediaUrl) || attempted.has(id)) return;
      attempted.add(id);
      const url = file ? URL.createObjectURL(file) : (mediaUrl ?? "");
      try {
        const take = await loadTake(contentType.startsWith("image/"));
        await sendPoster(clientId, id, await take(url));
        await refreshArtifacts(queryClient, clientId, [id]);
      } catch {
        // A poster is a courtesy: another browser may manage, and the card has its icon.
      } finally {
        if (file) URL.revokeObjectURL(url);
      }
    },
    [clientId, queue, queryClient],
  );
}
