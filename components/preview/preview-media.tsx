"use client";

import { AudioLines, CircleAlert, File as FileIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { kindOf } from "@/components/library/kind-of";
import { MediaImage } from "@/components/library/media-image";
import { Spinner } from "@/components/ui/spinner";
import type { Artifact } from "@/lib/artifacts/schema";
import { StageNote } from "./stage-note";

/** The file itself; the server answers ranges, so seeking needs no download. */
export function PreviewMedia({ artifact }: { artifact: Artifact }) {
  const t = useTranslations("preview");
  const failures = useTranslations("failures");
  const [broken, setBroken] = useState(false);
  const { name, status, mediaUrl, posterUrl, failureReason } = artifact;
  const kind = kindOf(artifact);
  const onError = () => setBroken(true);

  if (failureReason) {
    return <StageNote icon={<CircleAlert aria-hidden />}>{failures(failureReason)}</StageNote>;
  }
  if (!mediaUrl || status !== "AVAILABLE") {
    return <StageNote icon={<Spinner />}>{t("notYet")}</StageNote>;
  }
  if (broken) {
    return (
      <>
        {posterUrl ? <MediaImage src={posterUrl} alt={name} className={mediaStyle} /> : null}
        <StageNote icon={<FileIcon aria-hidden />}>{t("cannotPlay")}</StageNote>
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
        <StageNote icon={<AudioLines aria-hidden />}>
          {/* biome-ignore lint/a11y/useMediaCaption: people's own jingles have no captions to offer */}
          <audio src={mediaUrl} aria-label={name} controls onError={onError} className="w-full" />
        </StageNote>
      );
    default:
      return <StageNote icon={<FileIcon aria-hidden />}>{t("none")}</StageNote>;
  }
}

const mediaStyle = "min-h-0 w-full flex-1 object-contain";
