"use client";

import { Maximize2, Minus, Plus, Scan } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { MediaImage } from "@/components/library/media-image";
import { useShortcut } from "@/components/shortcuts/use-shortcut";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { useZoom } from "./use-zoom";

interface ImageViewerProps {
  src: string;
  name: string;
  /** Stands there until the picture has come. */
  posterUrl: string | null;
  onError: () => void;
}

export function ImageViewer({ src, name, posterUrl, onError }: ImageViewerProps) {
  const t = useTranslations("preview.image");
  const format = useFormatter();
  const stage = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [loaded, setLoaded] = useState(false);
  const { view, share, zoomIn, zoomOut, toFit, toActual } = useZoom(stage, image);
  const isZoomed = view.scale > 1;
  useShortcut("image.zoomIn", zoomIn);
  useShortcut("image.zoomOut", zoomOut);
  useShortcut("image.fit", toFit);
  useShortcut("image.actual", toActual);

  return (
    <>
      <div
        ref={stage}
        {...(isZoomed ? { "data-own-touch": "" } : {})}
        className={cn(
          "relative grid min-h-0 flex-1 touch-none place-items-center overflow-hidden",
          isZoomed && "cursor-grab active:cursor-grabbing",
        )}
      >
        {posterUrl && !loaded ? (
          <MediaImage
            src={posterUrl}
            alt=""
            className="absolute inset-0 size-full object-contain blur-sm"
          />
        ) : null}
        <MediaImage
          ref={image}
          src={src}
          alt={name}
          draggable={false}
          onLoad={() => setLoaded(true)}
          onError={onError}
          className={cn(
            "absolute inset-0 m-auto max-h-full max-w-full select-none",
            !loaded && "opacity-0",
          )}
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        />
      </div>
      <fieldset
        aria-label={t("zoom")}
        className="flex items-center justify-center gap-0.5 bg-surface px-3 py-1"
      >
        <IconButton label={t("out")} onClick={zoomOut}>
          <Minus aria-hidden />
        </IconButton>
        <output className="w-14 text-center text-sm tabular-nums">
          {loaded ? format.number(share, { style: "percent", maximumFractionDigits: 0 }) : null}
        </output>
        <IconButton label={t("in")} onClick={zoomIn}>
          <Plus aria-hidden />
        </IconButton>
        <IconButton label={t("fit")} onClick={toFit}>
          <Scan aria-hidden />
        </IconButton>
        <IconButton label={t("actual")} onClick={toActual}>
          <Maximize2 aria-hidden />
        </IconButton>
      </fieldset>
    </>
  );
}
