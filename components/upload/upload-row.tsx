"use client";

import { CircleAlert, CircleCheck, Pause, Play, RotateCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { canRetry, isPending, type UploadItem } from "@/lib/sdk";
import { useUploadQueue } from "./upload-context";
import { UploadDuplicate } from "./upload-duplicate";
import { UploadMissing } from "./upload-missing";
import { UploadState } from "./upload-state";

export function UploadRow({ item }: { item: UploadItem }) {
  const t = useTranslations("upload");
  const queue = useUploadQueue();
  const { id, name, phase } = item;
  const [duplicate] = item.duplicates ?? [];
  const asks = phase === "missing" || phase === "asking";
  const over = phase === "done" || phase === "failed";
  const percent = item.sizeBytes > 0 ? (item.sentBytes / item.sizeBytes) * 100 : 0;

  return (
    <li className="flex items-center gap-1 py-1.5 pr-2 pl-4">
      <div className="min-w-0 flex-1 py-1">
        <div className="flex items-center gap-2">
          {phase === "done" ? (
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          ) : null}
          {phase === "failed" ? (
            <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
          ) : null}
          <p className="truncate text-ink text-sm" title={name}>
            {name}
          </p>
        </div>
        {asks ? null : <UploadState item={item} />}
        {phase === "missing" ? <UploadMissing item={item} /> : null}
        {phase === "asking" && duplicate ? (
          <UploadDuplicate item={item} duplicate={duplicate} />
        ) : null}
        {over || asks ? null : (
          <Progress
            className="mt-1.5"
            value={phase === "finishing" ? null : percent}
            label={t("progressOf", { name })}
            tone={isPending(item) && !item.waitingFor ? "accent" : "muted"}
          />
        )}
      </div>
      {isPending(item) && phase !== "finishing" ? (
        <IconButton label={t("actions.pause", { name })} onClick={() => queue.pause(id)}>
          <Pause aria-hidden />
        </IconButton>
      ) : null}
      {phase === "paused" ? (
        <IconButton label={t("actions.resume", { name })} onClick={() => queue.resume(id)}>
          <Play aria-hidden />
        </IconButton>
      ) : null}
      {canRetry(item) ? (
        <IconButton label={t("actions.retry", { name })} onClick={() => queue.retry(id)}>
          <RotateCw aria-hidden />
        </IconButton>
      ) : null}
      <IconButton
        label={t(over ? "actions.dismiss" : "actions.cancel", { name })}
        onClick={() => queue.cancel(id)}
      >
        <X aria-hidden />
      </IconButton>
    </li>
  );
}
