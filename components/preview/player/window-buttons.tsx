"use client";

import { Maximize, Minimize, PictureInPicture2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFullScreen } from "@/components/preview/use-full-screen";
import { useShortcut } from "@/components/shortcuts/use-shortcut";
import { IconButton } from "@/components/ui/icon-button";

/** Safari on phones gives the whole screen to films alone. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

export function WindowButtons({ video }: { video: PhoneVideo | null }) {
  const t = useTranslations("preview.player");
  const isFull = useFullScreen();
  const canFloat = document.pictureInPictureEnabled;
  const canFill = document.fullscreenEnabled || video?.webkitEnterFullscreen !== undefined;
  useShortcut("player.fullScreen", () => fill(video));
  return (
    <>
      {canFloat ? (
        <IconButton label={t("float")} onClick={() => float(video)} className="max-sm:hidden">
          <PictureInPicture2 aria-hidden />
        </IconButton>
      ) : null}
      {canFill ? (
        <IconButton
          label={t(isFull ? "leaveFullScreen" : "fullScreen")}
          onClick={() => fill(video)}
        >
          {isFull ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
        </IconButton>
      ) : null}
    </>
  );
}

function float(video: HTMLVideoElement | null): void {
  const done = document.pictureInPictureElement
    ? document.exitPictureInPicture()
    : video?.requestPictureInPicture();
  void done?.catch(() => {});
}

// The page, not the film: menus and tips are drawn at the end of it.
function fill(video: PhoneVideo | null): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
  else if (document.fullscreenEnabled)
    void document.documentElement.requestFullscreen({ navigationUI: "hide" }).catch(() => {});
  else video?.webkitEnterFullscreen?.();
}
