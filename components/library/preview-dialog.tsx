"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Download, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Artifact } from "@/lib/artifacts/schema";
import { artifactDetail } from "./artifact-queries";
import { type ArtifactActions, downloadUrl } from "./library-actions";
import { PreviewDetails } from "./preview-details";
import { PreviewMedia } from "./preview-media";
import { useArrowKeys } from "./use-arrow-keys";
import { useMay } from "./use-may";
import { useNeighbours } from "./use-neighbours";

interface PreviewDialogProps {
  clientId: string;
  id: string;
  artifacts: readonly Artifact[];
  actions: ArtifactActions;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** Fills the phone; on a desk a large window over the library. */
export function PreviewDialog(props: PreviewDialogProps) {
  const { clientId, id, artifacts, actions, onShow, onClose } = props;
  const t = useTranslations("library");
  const may = useMay();
  const listed = artifacts.find((artifact) => artifact.id === id);
  const { data, error } = useQuery(artifactDetail(clientId, id, listed));
  const artifact = listed ?? data;
  const { hasBefore, hasAfter, toBefore, toAfter } = useNeighbours(id, artifacts, onShow);
  useArrowKeys(toBefore, toAfter);
  const url = artifact && downloadUrl(artifact);

  function remove(artifact: Artifact) {
    if (!toAfter() && !toBefore()) onClose();
    actions.remove([artifact]);
  }

  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title={<span className="line-clamp-2">{artifact?.name ?? t("preview.title")}</span>}
        className="h-dvh max-h-dvh rounded-none sm:h-auto sm:max-h-[94dvh] sm:max-w-4xl sm:rounded-2xl"
        footer={
          artifact ? (
            <div className="flex w-full items-center gap-2">
              <Button
                variant="outline"
                size="icon"
                disabled={!hasBefore}
                aria-label={t("preview.previous")}
                onClick={toBefore}
              >
                <ChevronLeft aria-hidden />
              </Button>
              <Button
                variant="outline"
                size="icon"
                disabled={!hasAfter}
                aria-label={t("preview.next")}
                onClick={toAfter}
              >
                <ChevronRight aria-hidden />
              </Button>
              <span className="flex-1" />
              {may.rename(artifact) ? (
                <Action label={t("actions.rename")} onClick={() => actions.rename(artifact)}>
                  <Pencil aria-hidden />
                </Action>
              ) : null}
              {url ? (
                <Button variant="outline" asChild className="max-sm:size-11 max-sm:px-0">
                  <a href={url} download={artifact.name} aria-label={t("actions.download")}>
                    <Download aria-hidden />
                    <span className="max-sm:hidden">{t("actions.download")}</span>
                  </a>
                </Button>
              ) : null}
              {may.delete ? (
                <Action label={t("actions.delete")} onClick={() => remove(artifact)}>
                  <Trash2 aria-hidden className="text-danger" />
                </Action>
              ) : null}
            </div>
          ) : undefined
        }
      >
        {artifact ? (
          <>
            <PreviewMedia key={`${artifact.id} ${artifact.mediaUrl}`} artifact={artifact} />
            <PreviewDetails artifact={artifact} />
          </>
        ) : error ? (
          <ErrorState title={t("preview.gone")} />
        ) : (
          <Skeleton className="aspect-video w-full" />
        )}
      </DialogContent>
    </Dialog>
  );
}

interface ActionProps {
  label: string;
  onClick: () => void;
  children: React.ReactNode;
}

function Action({ label, onClick, children }: ActionProps) {
  return (
    <Button
      variant="outline"
      aria-label={label}
      onClick={onClick}
      className="max-sm:size-11 max-sm:px-0"
    >
      {children}
      <span className="max-sm:hidden">{label}</span>
    </Button>
  );
}
