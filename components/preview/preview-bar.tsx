"use client";

import { Download, Info, Pencil, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { type ArtifactActions, downloadUrl } from "@/components/library/library-actions";
import { useMay } from "@/components/library/use-may";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import type { Artifact } from "@/lib/artifacts/schema";
import type { DetailsOpen } from "./details/use-details-open";

interface PreviewBarProps {
  artifact: Artifact | undefined;
  position: { current: number; total: number } | undefined;
  actions: Pick<ArtifactActions, "rename" | "remove">;
  details: DetailsOpen;
  /** While the picture has the whole screen. */
  hidden: boolean;
  onClose: () => void;
}

/** Name and actions: in one line on a desk; on a phone the actions lie under the thumb. */
export function PreviewBar({ artifact, position, actions, details, hidden }: PreviewBarProps) {
  const t = useTranslations("preview");
  const library = useTranslations("library.actions");
  const may = useMay();
  const url = artifact && downloadUrl(artifact);
  return (
    <>
      <div
        className={cn(
          "flex min-w-0 items-center gap-2 px-2 py-2 [grid-area:head]",
          hidden && "sr-only",
        )}
      >
        <Radix.Close asChild>
          <Button variant="ghost" size="icon" aria-label={t("close")}>
            <X aria-hidden />
          </Button>
        </Radix.Close>
        <Radix.Title className="truncate font-medium text-ink">
          {artifact?.name ?? t("title")}
        </Radix.Title>
        {position ? (
          <span className="shrink-0 text-muted text-sm tabular-nums">
            {t("position", position)}
          </span>
        ) : null}
      </div>
      {artifact && !hidden ? (
        <div className="flex items-center justify-around gap-1 px-2 py-1 [grid-area:actions] max-sm:border-t max-sm:px-14 max-sm:pb-[calc(env(safe-area-inset-bottom)+0.25rem)] sm:justify-end">
          <IconButton
            label={t("details.title")}
            aria-expanded={details.isOpen}
            onClick={details.toggle}
            className={details.isOpen ? "bg-raised" : ""}
          >
            <Info aria-hidden />
          </IconButton>
          {may.rename(artifact) ? (
            <IconButton label={library("rename")} onClick={() => actions.rename(artifact)}>
              <Pencil aria-hidden />
            </IconButton>
          ) : null}
          {url ? (
            <Tooltip content={library("download")}>
              <Button variant="ghost" size="icon" asChild>
                <a href={url} download={artifact.name} aria-label={library("download")}>
                  <Download aria-hidden />
                </a>
              </Button>
            </Tooltip>
          ) : null}
          {may.delete ? (
            <IconButton label={library("delete")} onClick={() => actions.remove([artifact])}>
              <Trash2 aria-hidden className="text-danger" />
            </IconButton>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
