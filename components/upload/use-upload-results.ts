"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { toast } from "@/components/ui/toast";
import type { FailureReason } from "@/lib/artifacts/schema";
import { getArtifact, type UploadQueue } from "@/lib/sdk";
import { useOfferPoster } from "./use-offer-poster";

/** Puts what this browser uploads into its list at once, and gives posters that the server lacks. */
export function useUploadResults(clientId: string, queue: UploadQueue): void {
  const queryClient = useQueryClient();
  const offerPoster = useOfferPoster(clientId, queue);
  const t = useTranslations("upload");
  const failures = useTranslations("failures");
  const tellUnusable = useEffectEvent((name: string, reason: FailureReason) => {
    // The corner belongs to the uploads themselves.
    const options = { duration: 12_000, position: "bottom-center" } as const;
    toast.error(t("unusable", { name }), { ...options, description: failures(reason) });
  });

  useEffect(() => {
    const end = new AbortController();
    const refresh = (artifactId: string) =>
      refreshArtifacts(queryClient, clientId, [artifactId]).catch(() => {});
    const stop = queue.onEvent((event, item) => {
      if (!item?.artifactId) return;
      if (event.type === "created" || event.type === "removed") void refresh(item.artifactId);
      if (event.type === "done") {
        void refresh(item.artifactId);
        void follow(item.artifactId);
      }
    });
    // The socket tells too; this also works where it cannot get through.
    async function follow(artifactId: string): Promise<void> {
      for (const ms of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000]) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        if (end.signal.aborted) return;
        const artifact = await getArtifact(clientId, artifactId).catch(() => undefined);
        if (!artifact || artifact.status === "UPLOADING" || artifact.status === "PROCESSING") {
          continue;
        }
        await refresh(artifactId);
        if (artifact.failureReason) tellUnusable(artifact.name, artifact.failureReason);
        return offerPoster(artifact);
      }
    }
    return () => {
      end.abort();
      stop();
    };
  }, [clientId, queue, queryClient, offerPoster]);
}
