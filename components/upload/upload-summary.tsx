"use client";

import { ChevronDown, Pause, Play, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import type { UploadTotals } from "@/lib/sdk";
import { useUploadQueue } from "./upload-context";
import { useTransferText } from "./use-transfer-text";

interface UploadSummaryProps {
  totals: UploadTotals;
  bytesPerSecond: number | undefined;
  expanded: boolean;
  listId: string;
  onToggle: () => void;
}

export function UploadSummary(props: UploadSummaryProps) {
  const { totals, bytesPerSecond, expanded, listId, onToggle } = props;
  const t = useTranslations("upload");
  const queue = useUploadQueue();
  const { sent, timeLeft } = useTransferText();
  const busy = totals.pending > 0;
  const bytesLeft = totals.sizeBytes - totals.sentBytes;
  const speed = bytesLeft > 0 && !totals.waitingForConnection ? bytesPerSecond : undefined;

  return (
    <div className="flex items-center gap-1 py-2 pr-2 pl-4">
      <div className="mr-1 min-w-0 flex-1">
        <p className="flex items-baseline gap-2 text-sm">
          <span className="min-w-0 flex-1 truncate font-medium text-ink">{useTitle(totals)}</span>
          <span className="shrink-0 text-muted text-xs tabular-nums">
            {busy ? timeLeft(bytesLeft, speed) : null}
          </span>
        </p>
        {busy || totals.paused > 0 ? (
          <>
            <p className="truncate text-muted text-xs tabular-nums">
              {sent(totals.sentBytes, totals.sizeBytes, busy ? speed : undefined)}
            </p>
            <Progress
              className="mt-1.5"
              value={totals.percent}
              label={t("total")}
              tone={busy ? "accent" : "muted"}
            />
          </>
        ) : null}
      </div>
      {busy ? (
        <IconButton label={t("actions.pauseAll")} onClick={queue.pauseAll}>
          <Pause aria-hidden />
        </IconButton>
      ) : null}
      {!busy && totals.paused > 0 ? (
        <IconButton label={t("actions.resumeAll")} onClick={queue.resumeAll}>
          <Play aria-hidden />
        </IconButton>
      ) : null}
      <IconButton
        label={t(expanded ? "actions.collapse" : "actions.expand")}
        aria-expanded={expanded}
        aria-controls={listId}
        onClick={onToggle}
      >
        <ChevronDown aria-hidden className={expanded ? "" : "rotate-180"} />
      </IconButton>
      {!busy && totals.paused + totals.waitingForPerson === 0 ? (
        <IconButton label={t("actions.close")} onClick={queue.clearFinished}>
          <X aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}

function useTitle(totals: UploadTotals): string {
  const { pending, paused, failed, done, waitingForPerson } = totals;
  const { waitingForConnection, sentBytes, sizeBytes } = totals;
  const t = useTranslations("upload");
  const adding = useTranslations("adding");
  if (pending > 0 && waitingForConnection) return t("waitingForConnection");
  if (pending > 0 && totals.waitingForStorage) return t("waitingForStorage");
  if (pending > 0 && sentBytes >= sizeBytes) return t("checking");
  if (pending > 0) return t("uploading", { count: pending });
  if (waitingForPerson > 0) return adding("waitingForYou", { count: waitingForPerson });
  if (paused > 0) return t("pausedTitle", { count: paused });
  if (failed > 0) return t("finishedWithFailures", { failed });
  return t("finished", { count: done });
}
