"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { UploadEvent, UploadItem } from "@/lib/sdk";
import { useUploadQueue } from "./upload-context";
import { useFailureText } from "./use-failure-text";

/** Tells a screen reader of beginnings and ends, never of percents. */
export function UploadAnnouncer() {
  const t = useTranslations("upload");
  const failureText = useFailureText();
  const queue = useUploadQueue();
  const [words, setWords] = useState("");

  useEffect(() => {
    function wordsOf(event: UploadEvent, item: UploadItem | undefined): string | undefined {
      if (event.type === "added") return t("announce.added", { count: event.items.length });
      if (event.type === "failed" && item) {
        return t("announce.failed", { name: item.name, reason: failureText(event.failure) });
      }
      if (event.type !== "done" || !item) return undefined;
      const left = queue.getSnapshot().items.filter((other) => other.id !== item.id);
      const last = left.length > 0 && left.every(({ phase }) => phase === "done");
      return last ? t("announce.allDone") : t("announce.done", { name: item.name });
    }
    return queue.onEvent((event, item) => {
      const next = wordsOf(event, item);
      if (next) setWords(next);
    });
  }, [queue, t, failureText]);

  return (
    <p role="status" aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}
