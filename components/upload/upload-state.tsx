"use client";

import { useTranslations } from "next-intl";
import type { UploadItem } from "@/lib/sdk";
import { useFailureText } from "./use-failure-text";
import { useTransferText } from "./use-transfer-text";

/** One line of words about where a file is on its road. */
export function UploadState({ item }: { item: UploadItem }) {
  const t = useTranslations("upload");
  const { sent } = useTransferText();
  const failureText = useFailureText();
  const { phase, failure, waitingFor, sentBytes, sizeBytes } = item;

  if (failure) return <p className="mt-0.5 text-danger text-xs">{failureText(failure)}</p>;
  const words = waitingFor
    ? t(`waiting.${waitingFor}`)
    : phase === "sending" || phase === "failed"
      ? sent(sentBytes, sizeBytes)
      : phase === "missing" || phase === "asking"
        ? null
        : t(`phase.${phase}`);
  return <p className="text-muted text-xs tabular-nums">{words}</p>;
}
