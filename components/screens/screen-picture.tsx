"use client";

import { MonitorOff, MonitorPlay } from "lucide-react";
import { useTranslations } from "next-intl";
import { MediaImage } from "@/components/library/media-image";
import { cn } from "@/components/ui/cn";
import type { Screen } from "@/lib/screens/schema";

/** A small likeness of the glass: what plays now, or why it is dark. */
export function ScreenPicture({ screen: { online, playing } }: { screen: Screen }) {
  const t = useTranslations("screens.card");
  const Icon = online ? MonitorPlay : MonitorOff;
  return (
    <div data-theme="dark" className="relative aspect-video overflow-hidden bg-black text-ink">
      {playing?.posterUrl ? (
        <MediaImage
          src={playing.posterUrl}
          alt=""
          className={cn("size-full object-contain", !online && "opacity-40 grayscale")}
        />
      ) : (
        <div className="grid size-full place-items-center pb-6 text-muted">
          <Icon aria-hidden className="size-9" />
        </div>
      )}
      <p className="absolute inset-x-0 bottom-0 truncate bg-linear-to-t from-black via-black/70 to-transparent px-4 pt-8 pb-3 text-sm">
        {playing ? (
          <>
            <span className="sr-only">{online ? t("nowPlaying") : t("lastPlayed")}: </span>
            {playing.name}
          </>
        ) : online ? (
          <span className="text-muted">{t("nothing")}</span>
        ) : null}
      </p>
    </div>
  );
}
