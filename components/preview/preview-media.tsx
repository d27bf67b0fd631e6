"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { kindOf } from "@/components/library/kind-of";
import { Spinner } from "@/components/ui/spinner";
import type { Artifact } from "@/lib/artifacts/schema";
import { AudioPlayer } from "./audio/audio-player";
import { BrokenMedia } from "./broken-media";
import { FileCard } from "./file-card";
import { ImageViewer } from "./image/image-viewer";
import { VideoPlayer } from "./player/video-player";
import { artifactDetails } from "./preview-queries";
import { StageNote } from "./stage-note";
import { isText } from "./text/is-text";
import { TextViewer } from "./text/text-viewer";

interface PreviewMediaProps {
  clientId: string;
  artifact: Artifact;
}

/** The file itself; the server answers ranges, so seeking needs no download. */
export function PreviewMedia({ clientId, artifact }: PreviewMediaProps) {
  const t = useTranslations("preview");
  const failures = useTranslations("failures");
  const { data: details } = useQuery(artifactDetails(clientId, artifact.id));
  const [broken, setBroken] = useState(false);
  const { name, status, mediaUrl, posterUrl, failureReason, contentType } = artifact;
  const onError = () => setBroken(true);

  if (failureReason) {
    return <StageNote icon={<CircleAlert aria-hidden />}>{failures(failureReason)}</StageNote>;
  }
  if (!mediaUrl || status !== "AVAILABLE") {
    return <StageNote icon={<Spinner />}>{t("notYet")}</StageNote>;
  }
  if (broken) {
    return (
      <BrokenMedia src={mediaUrl} onRetry={() => setBroken(false)}>
        <FileCard artifact={artifact}>{t("cannotPlay")}</FileCard>
      </BrokenMedia>
    );
  }
  const player = { artifact, src: mediaUrl, details, onError };
  switch (kindOf(artifact)) {
    case "video":
      return <VideoPlayer {...player} />;
    case "audio":
      return <AudioPlayer {...player} />;
    case "image": {
      // The server hands out drawings with scripts as files only; their picture is harmless.
      const src = contentType === "image/svg+xml" && posterUrl ? posterUrl : mediaUrl;
      return <ImageViewer {...{ src, name, posterUrl, onError }} />;
    }
    case "file":
      if (isText(artifact)) return <TextViewer artifact={artifact} src={mediaUrl} />;
      return (
        <FileCard artifact={artifact}>
          {t(contentType === "application/pdf" ? "pdf" : "none")}
        </FileCard>
      );
  }
}
