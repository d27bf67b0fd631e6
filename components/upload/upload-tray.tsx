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
  const [open, setOpen] = useState<boolean>();
  const listId = useId();
  if (items.length === 0) return null;

  const totals = totalsOf(items);
  // Unless told otherwise a single row, or a failure to read about, needs no click to be seen.
  const expanded = open ?? (items.length === 1 || totals.failed > 0);
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
        onToggle={() => setOpen(!expanded)}
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
