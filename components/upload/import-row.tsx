"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, RotateCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import type { Import } from "@/lib/imports/schema";
import { abortUpload, retryImport } from "@/lib/sdk";
import { importList } from "./import-queries";
import { useTransferText } from "./use-transfer-text";

export function ImportRow({ clientId, item }: { clientId: string; item: Import }) {
  const t = useTranslations("adding.links");
  const failures = useTranslations("failures");
  const { sent, received } = useTransferText();
  const queryClient = useQueryClient();
  const { artifactId, uploadId, name, source, receivedBytes, totalBytes, failureReason } = item;
  const onSettled = async () => {
    await queryClient.invalidateQueries({ queryKey: importList(clientId).queryKey });
    await refreshArtifacts(queryClient, clientId, [artifactId]);
  };
  const retry = useMutation({ mutationFn: () => retryImport(clientId, artifactId), onSettled });
  const cancel = useMutation({ mutationFn: () => abortUpload(clientId, uploadId), onSettled });

  return (
    <li className="flex items-center gap-1 py-1.5 pr-2 pl-4">
      <div className="min-w-0 flex-1 py-1">
        <div className="flex items-center gap-2">
          {failureReason ? (
            <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
          ) : null}
          <p className="truncate text-ink text-sm" title={source}>
            {name}
          </p>
        </div>
        {failureReason ? (
          <p role="alert" className="mt-0.5 text-danger text-xs">
            {failures(failureReason)}
          </p>
        ) : (
          <>
            <p className="text-muted text-xs tabular-nums">
              {receivedBytes === 0
                ? t("starting")
                : totalBytes
                  ? sent(receivedBytes, totalBytes)
                  : received(receivedBytes)}
            </p>
            <Progress
              className="mt-1.5"
              value={totalBytes ? (receivedBytes / totalBytes) * 100 : null}
              label={t("progressOf", { name })}
            />
          </>
        )}
      </div>
      {failureReason ? (
        <IconButton
          label={t("retry", { name })}
          busy={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {retry.isPending ? null : <RotateCw aria-hidden />}
        </IconButton>
      ) : null}
      <IconButton
        label={t(failureReason ? "dismiss" : "cancel", { name })}
        busy={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {cancel.isPending ? null : <X aria-hidden />}
      </IconButton>
    </li>
  );
}
