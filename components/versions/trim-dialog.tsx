"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { useFormats } from "@/components/library/use-formats";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { Artifact } from "@/lib/artifacts/schema";
import { trimVideo } from "@/lib/sdk";
import { minTrimMs } from "@/lib/versions/schema";
import { versionList } from "./queries";
import { TrimMark } from "./trim-mark";

interface TrimDialogProps {
  clientId: string;
  artifact: Artifact;
  onClose: () => void;
}

/** Cuts off what comes before and after; what is left becomes a new version. */
export function TrimDialog({ clientId, artifact, onClose }: TrimDialogProps) {
  const t = useTranslations("versions");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const { length } = useFormats();
  const queries = useQueryClient();
  const totalMs = artifact.durationMs ?? 0;
  const [startMs, setStartMs] = useState(0);
  const [endMs, setEndMs] = useState(totalMs);
  const film = useRef<HTMLVideoElement>(null);
  const seek = (ms: number) => {
    if (!film.current) return;
    film.current.pause();
    film.current.currentTime = ms / 1000;
  };
  const here = () => Math.round((film.current?.currentTime ?? 0) * 1000);
  const start = (ms: number) => setStartMs(Math.max(0, Math.min(ms, endMs - minTrimMs)));
  const end = (ms: number) => setEndMs(Math.min(totalMs, Math.max(ms, startMs + minTrimMs)));

  const trim = useMutation({
    mutationFn: () => trimVideo(clientId, artifact.id, { startMs, endMs }),
    onSuccess: async () => {
      toast.success(t("trimStarted"));
      onClose();
      const { queryKey } = versionList(clientId, artifact.id);
      await queries.invalidateQueries({ queryKey });
    },
    meta: { quiet: true },
  });

  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title={t("trimTitle", { name: artifact.name })}
        description={t("trimText")}
        focusField={false}
        className="sm:max-w-2xl!"
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button
              busy={trim.isPending}
              disabled={startMs === 0 && endMs === totalMs}
              onClick={() => trim.mutate()}
            >
              {t("save")}
            </Button>
          </>
        }
      >
        <FormError>{trim.error ? errorText(trim.error) : null}</FormError>
        {/* biome-ignore lint/a11y/useMediaCaption: people's own ads have no captions to offer */}
        <video
          ref={film}
          src={artifact.mediaUrl ?? undefined}
          poster={artifact.posterUrl ?? undefined}
          controls
          playsInline
          preload="auto"
          aria-label={artifact.name}
          className="max-h-[40dvh] w-full rounded-xl bg-black"
          onTimeUpdate={({ currentTarget }) => {
            if (!currentTarget.paused && currentTarget.currentTime * 1000 >= endMs) {
              currentTarget.pause();
            }
          }}
        />
        <div className="mt-4 flex flex-col gap-4">
          <TrimMark
            label={t("start")}
            setHere={t("setStart")}
            valueMs={startMs}
            totalMs={totalMs}
            onChange={(ms) => {
              start(ms);
              seek(ms);
            }}
            onHere={() => start(here())}
          />
          <TrimMark
            label={t("end")}
            setHere={t("setEnd")}
            valueMs={endMs}
            totalMs={totalMs}
            onChange={(ms) => {
              end(ms);
              seek(ms);
            }}
            onHere={() => end(here())}
          />
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Button
              variant="secondary"
              onClick={() => {
                seek(startMs);
                void film.current?.play();
              }}
            >
              <Play aria-hidden />
              {t("play")}
            </Button>
            <p role="status" className="text-muted text-sm tabular-nums">
              {t("selected", { length: length(endMs - startMs), total: length(totalMs) })}
            </p>
          </div>
        </div>
      </DialogContent>
    </Dialog>
  );
}
