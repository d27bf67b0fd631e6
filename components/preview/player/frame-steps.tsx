"use client";

import { StepBack, StepForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShortcut } from "@/components/shortcuts/use-shortcut";
import { IconButton } from "@/components/ui/icon-button";
import { frameBeside, seekTo } from "./act-on-media";

interface FrameStepsProps {
  video: HTMLVideoElement | null;
  /** Pictures per second, where it is known. */
  frameRate: number | undefined;
}

const usualFrameRate = 30;

export function FrameSteps({ video, frameRate = usualFrameRate }: FrameStepsProps) {
  const t = useTranslations("preview.player");
  const step = (direction: 1 | -1) => () => {
    if (!video) return;
    video.pause();
    seekTo(video, frameBeside(video.currentTime, frameRate, direction));
  };
  useShortcut("player.frameBack", step(-1));
  useShortcut("player.frameForward", step(1));
  return (
    <>
      <IconButton label={t("frameBack")} onClick={step(-1)} className="max-sm:hidden">
        <StepBack aria-hidden />
      </IconButton>
      <IconButton label={t("frameForward")} onClick={step(1)} className="max-sm:hidden">
        <StepForward aria-hidden />
      </IconButton>
    </>
  );
}
