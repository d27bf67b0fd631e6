"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useRef, useState } from "react";
import { MediaImage } from "@/components/library/media-image";
import { useFormats } from "@/components/library/use-formats";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { Version } from "@/lib/versions/schema";

interface CompareDialogProps {
  now: Version;
  then: Version;
  onClose: () => void;
}

/** Two versions side by side; films play and seek in step. What differs stands out. */
export function CompareDialog({ now, then, onClose }: CompareDialogProps) {
  const t = useTranslations("versions");
  const library = useTranslations("library.details");
  const { size, resolution, length } = useFormats();
  const left = useRef<HTMLVideoElement>(null);
  const right = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const isFilm = [now, then].every(({ contentType }) => contentType.startsWith("video/"));
  const follow = ({ currentTarget }: SyntheticEvent<HTMLVideoElement>) => {
    const other = currentTarget === left.current ? right.current : left.current;
    const { currentTime } = currentTarget;
    if (other && Math.abs(other.currentTime - currentTime) > 0.3) other.currentTime = currentTime;
  };
  const toggle = () => {
    for (const { current } of [left, right]) playing ? current?.pause() : void current?.play();
    setPlaying(!playing);
  };
  const rows = [
    ["size", size(now.sizeBytes), size(then.sizeBytes)],
    ["length", durationOf(now, length), durationOf(then, length)],
    ["resolution", shapeOf(now, resolution), shapeOf(then, resolution)],
    ["type", now.contentType, then.contentType],
  ] as const;

  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent title={t("compareTitle")} className="sm:max-w-5xl!">
        <div className="grid gap-4 sm:grid-cols-2">
          {([now, then] as const).map((version, side) => (
            <figure key={version.number} className="min-w-0">
              <figcaption className="mb-1.5 font-medium text-sm">
                {side === 0 ? t("now") : t("then", { number: version.number })}
              </figcaption>
              {isFilm ? (
                <video
                  ref={side === 0 ? left : right}
                  src={version.mediaUrl ?? undefined}
                  muted={side === 1}
                  controls
                  playsInline
                  preload="auto"
                  onSeeked={follow}
                  aria-label={version.fileName}
                  className="aspect-video w-full rounded-xl bg-black object-contain"
                />
              ) : version.contentType.startsWith("image/") ? (
                <MediaImage
                  src={version.mediaUrl ?? ""}
                  alt={version.fileName}
                  className="aspect-video w-full rounded-xl bg-black object-contain"
                />
              ) : null}
              <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
                {rows.map(([name, a, b]) => (
                  <div key={name} className="contents">
                    <dt className="text-muted">{library(name)}</dt>
                    <dd className={cn("tabular-nums", a === b ? "" : "font-semibold text-accent")}>
                      {side === 0 ? a : b}
                    </dd>
                  </div>
                ))}
              </dl>
            </figure>
          ))}
        </div>
        {isFilm ? (
          <Button variant="secondary" className="mt-4" onClick={toggle}>
            {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
            {t(playing ? "pauseBoth" : "playBoth")}
          </Button>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}

function durationOf({ durationMs }: Version, length: (ms: number) => string): string {
  return durationMs === null ? "–" : length(durationMs);
}

function shapeOf({ width, height }: Version, resolution: (w: number, h: number) => string): string {
  return width && height ? resolution(width, height) : "–";
}
