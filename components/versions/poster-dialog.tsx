"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { createPosterCanvas } from "@/components/upload/poster-canvas";
import type { Artifact } from "@/lib/artifacts/schema";
import { sendPoster } from "@/lib/sdk";

interface PosterDialogProps {
  clientId: string;
  artifact: Artifact;
  onClose: () => void;
}

/** The frame at which the video stands becomes its picture in lists. */
export function PosterDialog({ clientId, artifact, onClose }: PosterDialogProps) {
  const t = useTranslations("versions");
  const common = useTranslations("common");
  const queries = useQueryClient();
  const film = useRef<HTMLVideoElement>(null);
  const take = useMutation({
    mutationFn: async () => {
      const video = film.current;
      if (!video) return;
      video.pause();
      const canvas = createPosterCanvas(video.videoWidth, video.videoHeight);
      canvas.draw(video);
      await sendPoster(clientId, artifact.id, await canvas.toBlob(), true);
    },
    onSuccess: async () => {
      toast.success(t("posterDone"));
      onClose();
      await refreshArtifacts(queries, clientId, [artifact.id]);
    },
    onError: () => toast.error(t("posterFailed")),
    meta: { quiet: true },
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title={t("posterTitle")}
        description={t("posterText")}
        className="sm:max-w-2xl!"
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button busy={take.isPending} onClick={() => take.mutate()}>
              {t("usePoster")}
            </Button>
          </>
        }
      >
        {/* biome-ignore lint/a11y/useMediaCaption: people's own ads have no captions to offer */}
        <video
          ref={film}
          src={artifact.mediaUrl ?? undefined}
          controls
          playsInline
          preload="auto"
          crossOrigin="use-credentials"
          aria-label={artifact.name}
          className="max-h-[55dvh] w-full rounded-xl bg-black"
        />
      </DialogContent>
    </Dialog>
  );
}
