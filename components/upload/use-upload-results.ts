"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { toast } from "@/components/ui/toast";
import type { FailureReason } from "@/lib/artifacts/schema";
import type { UploadItem, UploadQueue } from "@/lib/sdk";
import { useOfferPoster } from "./use-offer-poster";

/** Puts what this browser uploads into its list at once, and gives posters that the server lacks. */
export function useUploadResults(clientId: string, queue: UploadQueue): void {
  const queryClient = useQueryClient();
  const offerPoster = useOfferPoster(clientId, queue);
  const t = useTranslations("upload");
  const failures = useTranslations("failures");
  const tellUnusable = useEffectEvent(
    ({ id, name, replaces }: UploadItem, reason: FailureReason) => {
      queue.markUnusable(id, failures(reason));
      // The corner belongs to the uploads themselves.
      const options = { duration: 12_000, position: "bottom-center" } as const;
      const title = t(replaces ? "unusableVersion" : "unusable", { name });
      toast.error(title, { ...options, description: failures(reason) });
    },
  );

  useEffect(() => {
    const end = new AbortController();
    const refresh = (artifactId: string) =>
      refreshArtifacts(queryClient, clientId, [artifactId]).catch(() => {});
    const stop = queue.onEvent((event, item) => {
      if (!item?.artifactId) return;
      const isOver = item.phase === "done" || item.phase === "failed";
      // A line that is dismissed changes nothing; an upload that is called off does.
      if (event.type === "created" || (event.type === "removed" && !isOver)) {
        void refresh(item.artifactId);
      }
      if (event.type === "done") {
        void refresh(item.artifactId);
        void follow(item);
      }
    });
    async function follow(item: UploadItem): Promise<void> {
      const { followUpload } = await import("./follow-upload");
      const verdict = await followUpload(clientId, item, end.signal);
      if (!verdict) return;
      const { artifact, failureReason } = verdict;
      await refresh(artifact.id);
      if (failureReason) tellUnusable(item, failureReason);
      else await offerPoster(artifact);
    }
    return () => {
      end.abort();
      stop();
    };
  }, [clientId, queue, queryClient, offerPoster]);
}
