"use client";

import { AudioLines, CircleAlert, File as FileIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { Artifact } from "@/lib/artifacts/schema";
import { kindOf } from "./kind-of";
import { MediaImage } from "./media-image";

/** The file itself; the server answers ranges, so seeking needs no download. */
export function PreviewMedia({ artifact }: { artifact: Artifact }) {
  const t = useTranslations("library.preview");
  const failures = useTranslations("failures");
  const [broken, setBroken] = useState(false);
  const { name, status, mediaUrl, posterUrl, failureReason } = artifact;
  const kind = kindOf(artifact);
  const onError = () => setBroken(true);

  if (failureReason) {
    return (
      <Stage icon={<CircleAlert aria-hidden className={iconStyle} />}>
        {failures(failureReason)}
      </Stage>
    );
  }
  if (!mediaUrl || status !== "AVAILABLE") {
    return <Stage icon={<Spinner className="size-8" />}>{t("notYet")}</Stage>;
  }
  if (broken) {
    return (
      <>
        {posterUrl ? <MediaImage src={posterUrl} alt={name} className={mediaStyle} /> : null}
        <Stage>{t("cannotPlay")}</Stage>
      </>
    );
  }
  switch (kind) {
    case "video":
      return (
        <video
          src={mediaUrl}
          {...(posterUrl ? { poster: posterUrl } : {})}
          aria-label={name}
          controls
          autoPlay
          playsInline
          preload="metadata"
          onError={onError}
          className={mediaStyle}
        />
      );
    case "image":
      // The server hands out drawings with scripts as files only; their picture is harmless.
      return (
        <MediaImage
          src={artifact.contentType === "image/svg+xml" && posterUrl ? posterUrl : mediaUrl}
          alt={name}
          onError={onError}
          className={mediaStyle}
        />
      );
    case "audio":
      return (
        <Stage icon={<AudioLines aria-hidden className={iconStyle} />}>
          {/* biome-ignore lint/a11y/useMediaCaption: people's own jingles have no captions to offer */}
          <audio src={mediaUrl} aria-label={name} controls onError={onError} className="w-full" />
        </Stage>
      );
    default:
      return <Stage>{t("none")}</Stage>;
  }
}

const mediaStyle =
  "mx-auto block max-h-[62dvh] min-h-40 w-full rounded-xl bg-black object-contain max-sm:-mx-5 max-sm:w-[calc(100%+2.5rem)] max-sm:max-w-none max-sm:rounded-none";

const iconStyle = "size-9 stroke-[1.5]";

function Stage({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-52 flex-col items-center justify-center gap-3 rounded-xl bg-raised p-6 text-center text-muted text-sm">
      {icon ?? <FileIcon aria-hidden className={iconStyle} />}
      {children}
    </div>
  );
}
