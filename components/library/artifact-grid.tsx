"use client";

import { useTranslations } from "next-intl";
import { useUploadsByArtifact } from "@/components/upload/upload-context";
import type { Artifact } from "@/lib/artifacts/schema";
import type { UploadItem } from "@/lib/sdk";
import { ArtifactCard } from "./artifact-card";
import type { ArtifactActions } from "./library-actions";
import type { SelectionActions } from "./use-selection";

interface ArtifactGridProps {
  artifacts: readonly Artifact[];
  /** undefined: this person cannot do anything with a selection. */
  selection: SelectionActions | undefined;
  actions: ArtifactActions;
}

export const gridStyle =
  "grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))] sm:gap-4";

export function ArtifactGrid({ artifacts, selection, actions }: ArtifactGridProps) {
  const t = useTranslations("library");
  const uploads = useUploadsByArtifact();
  return (
    <ul aria-label={t("list")} className={gridStyle}>
      {artifacts.map((artifact) => (
        <ArtifactCard
          key={artifact.id}
          artifact={artifact}
          selected={selection?.has(artifact.id)}
          selecting={selection !== undefined && selection.selected.length > 0}
          percent={
            artifact.status === "UPLOADING" ? percentOf(uploads.get(artifact.id)) : undefined
          }
          actions={actions}
        />
      ))}
    </ul>
  );
}

function percentOf(item: UploadItem | undefined): number | undefined {
  if (!item || item.sizeBytes === 0) return undefined;
  return Math.floor((item.sentBytes / item.sizeBytes) * 100);
}
