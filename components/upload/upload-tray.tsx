"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { totalsOf } from "@/lib/sdk";
import { useUploads } from "./upload-context";
import { UploadRow } from "./upload-row";
import { UploadSummary } from "./upload-summary";

/** Stays in the corner above every page while there is something to tell. */
export function UploadTray() {
  const t = useTranslations("upload");
  const { items, bytesPerSecond } = useUploads();
  const [choice, setChoice] = useState<{ open: boolean; busy: boolean }>();
  const listId = useId();
  if (items.length === 0) return null;

  const totals = totalsOf(items);
  const busy = totals.pending + totals.paused > 0;
  // Opened to watch, it folds when all is done; a failure to read about needs no click.
  const expanded = choice?.busy === busy ? choice.open : totals.failed > 0;
  return (
    <section
      aria-label={t("title")}
      className="fixed inset-x-2 bottom-[calc(env(safe-area-inset-bottom)+4.5rem)] z-40 animate-pop-in overflow-hidden rounded-2xl border bg-surface shadow-lg md:inset-x-auto md:right-4 md:bottom-4 md:w-96"
    >
      <UploadSummary
        totals={totals}
        bytesPerSecond={bytesPerSecond}
        expanded={expanded}
        listId={listId}
        onToggle={() => setChoice({ open: !expanded, busy })}
      />
      <ul
        id={listId}
        hidden={!expanded}
        className="max-h-[min(20rem,45dvh)] divide-y divide-line overflow-y-auto border-t"
      >
        {items.map((item) => (
          <UploadRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
