"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { artifactDetail } from "@/components/library/artifact-queries";
import type { ArtifactActions } from "@/components/library/library-actions";
import { useShortcut } from "@/components/shortcuts/use-shortcut";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { keepOpenForToasts } from "@/components/ui/keep-open-for-toasts";
import { Skeleton } from "@/components/ui/skeleton";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import type { Artifact } from "@/lib/artifacts/schema";
import { DetailsPanel } from "./details/details-panel";
import { useDetailsOpen } from "./details/use-details-open";
import { PreviewBar } from "./preview-bar";
import { PreviewMedia } from "./preview-media";
import { useArrowKeys } from "./use-arrow-keys";
import { useFreshPreview } from "./use-fresh-preview";
import { useFullScreen, useFullScreenEnd } from "./use-full-screen";
import { useNeighbours } from "./use-neighbours";
import { useSwipe } from "./use-swipe";

interface PreviewDialogProps {
  clientId: string;
  id: string;
  artifacts: readonly Artifact[];
  actions: ArtifactActions;
  onShow: (id: string) => void;
  onClose: () => void;
  /** There is more than what is listed; undefined: there is not. */
  onMore: (() => void) | undefined;
}

/** The whole window, dark in both themes: what is shown is the only light. */
export function PreviewDialog(props: PreviewDialogProps) {
  const { clientId, id, artifacts, actions, onShow, onClose, onMore } = props;
  const t = useTranslations("preview");
  const listed = artifacts.find((artifact) => artifact.id === id);
  const { data, error } = useQuery(artifactDetail(clientId, id, listed));
  const artifact = listed ?? data;
  const neighbours = useNeighbours(id, artifacts, { onShow, onMore });
  const { toBefore, toAfter } = neighbours;
  const [began] = useState(id);
  const details = useDetailsOpen();
  const fullScreen = useFullScreen();
  useFullScreenEnd();
  // Not a ref: a portal draws what is in it a moment later.
  const [stage, setStage] = useState<HTMLDivElement | null>(null);
  const { onCloseAutoFocus, onOpenAutoFocus } = useReturnFocus(false);
  useFreshPreview(clientId, id);
  useArrowKeys(toBefore, toAfter);
  useShortcut("preview.details", details.toggle);
  useSwipe(stage, { onLeft: toAfter, onRight: toBefore, onDown: onClose });

  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Content
          data-theme="dark"
          aria-describedby={undefined}
          onInteractOutside={keepOpenForToasts}
          // Whoever has moved on goes on there, and not at the one they began with.
          onCloseAutoFocus={(event) =>
            id === began ? onCloseAutoFocus(event) : event.preventDefault()
          }
          onOpenAutoFocus={(event) => {
            onOpenAutoFocus(event);
            // On the stage no key presses a button that nobody chose.
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          onEscapeKeyDown={(event) => {
            if (!details.covers) return;
            event.preventDefault();
            details.toggle();
          }}
          className="fixed inset-0 z-50 flex animate-fade-in bg-black pt-safe text-ink outline-none"
        >
          <div className="relative grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] grid-rows-[auto_minmax(0,1fr)_auto] [grid-template-areas:'head_head'_'stage_stage'_'actions_actions'] sm:[grid-template-areas:'head_actions'_'stage_stage']">
            <PreviewBar
              artifact={artifact}
              position={neighbours.position}
              actions={actions}
              details={details}
              hidden={fullScreen}
              onClose={onClose}
            />
            <div className="relative min-h-0 overflow-hidden [grid-area:stage]">
              <div ref={setStage} className="flex size-full touch-none flex-col">
                {artifact ? (
                  <PreviewMedia
                    key={`${artifact.id} ${artifact.mediaUrl}`}
                    clientId={clientId}
                    artifact={artifact}
                  />
                ) : error ? (
                  <ErrorState title={t("gone")} />
                ) : (
                  <Skeleton className="m-auto aspect-video w-2/3" />
                )}
              </div>
            </div>
            <Step side="left" enabled={neighbours.hasBefore} onStep={toBefore} />
            <Step side="right" enabled={neighbours.hasAfter} onStep={toAfter} />
          </div>
          {artifact && details.isOpen && !fullScreen ? (
            <DetailsPanel clientId={clientId} artifact={artifact} onClose={details.toggle} />
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface StepProps {
  side: "left" | "right";
  enabled: boolean;
  onStep: () => void;
}

/** At the sides of the picture; on a phone at both ends of what lies under the thumb. */
function Step({ side, enabled, onStep }: StepProps) {
  const t = useTranslations("preview");
  const Icon = side === "left" ? ChevronLeft : ChevronRight;
  return (
    <IconButton
      label={t(side === "left" ? "previous" : "next")}
      aria-disabled={!enabled}
      onClick={() => enabled && onStep()}
      className={cn(
        "absolute rounded-full! text-white! aria-disabled:opacity-0! max-sm:bottom-[calc(env(safe-area-inset-bottom)+0.25rem)] sm:top-1/2 sm:-translate-y-1/2 sm:bg-black/55 sm:hover:bg-black/80",
        side === "left" ? "left-2" : "right-2",
      )}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}
