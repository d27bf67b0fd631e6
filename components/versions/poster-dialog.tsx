"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { createPosterCanvas } from "@/components/upload/poster-canvas";
import { takeFrame } from "@/components/upload/take-frame";
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
  const mediaUrl = artifact.mediaUrl ?? "";

  async function shownFrame(): Promise<Blob> {
    const video = film.current;
    if (!video) throw new Error("no video");
    video.pause();
    const canvas = createPosterCanvas(video.videoWidth, video.videoHeight);
    canvas.draw(video);
    return canvas.toBlob();
  }

  const take = useMutation({
    mutationFn: async (which: "shown" | "automatic") => {
      const picture = which === "shown" ? await shownFrame() : await takeFrame(mediaUrl);
      await sendPoster(clientId, artifact.id, picture, true);
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
            <Button
              variant="outline"
              busy={take.isPending && take.variables === "automatic"}
              onClick={() => take.mutate("automatic")}
            >
              {t("automaticPoster")}
            </Button>
            <Button
              busy={take.isPending && take.variables === "shown"}
              onClick={() => take.mutate("shown")}
            >
              {t("usePoster")}
            </Button>
          </>
        }
      >
        {/* biome-ignore lint/a11y/useMediaCaption: people's own ads have no captions to offer */}
        <video
          ref={film}
          src={mediaUrl}
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
