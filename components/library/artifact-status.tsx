"use client";

import { useTranslations } from "next-intl";
import { usePerson } from "@/components/shell/session";
import { Badge } from "@/components/ui/badge";
import type { Artifact, ArtifactStatus } from "@/lib/artifacts/schema";
import { isStalled } from "./is-stalled";
import { useFormats } from "./use-formats";

const tones = {
  UPLOADING: "info",
  PROCESSING: "info",
  AVAILABLE: "success",
  EXPIRED: "warning",
  DELETED: "neutral",
  FAILED: "danger",
} as const satisfies Record<ArtifactStatus, string>;

/** Where an artifact stands, in a word; how far its bytes are when this browser sends them. */
export function ArtifactStatusBadge({
  artifact,
  percent,
}: {
  artifact: Artifact;
  percent?: number;
}) {
  const t = useTranslations("library.status");
  const { userId } = usePerson();
  const { percent: percentText } = useFormats();
  const { status, createdBy } = artifact;
  const byOther = status === "UPLOADING" && createdBy && createdBy.id !== userId;
  const words = isStalled(artifact, percent)
    ? t("incomplete")
    : byOther
      ? t("uploadingBy", { name: createdBy.name })
      : t(status);
  return (
    <Badge tone={tones[status]}>
      {status === "AVAILABLE" ? (
        <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-success" />
      ) : null}
      <span className="truncate">{words}</span>
      {percent === undefined ? null : <span className="tabular-nums">{percentText(percent)}</span>}
    </Badge>
  );
}
