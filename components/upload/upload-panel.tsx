"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { UploadUsage } from "@/components/usage/upload-usage";
import { isWaitingForPerson, totalsOf, type UploadItem } from "@/lib/sdk";
import { useUploadQueue, useUploads } from "./upload-context";
import { UploadRow } from "./upload-row";
import { UploadSummary } from "./upload-summary";

/** All rows of a queue, and their sum. */
export function UploadPanel({ title }: { title?: string }) {
  const t = useTranslations("upload");
  const adding = useTranslations("adding");
  const { items, bytesPerSecond } = useUploads();
  const { keepAllBoth } = useUploadQueue();
  const [choice, setChoice] = useState<{ open: boolean; busy: boolean }>();
  const listId = useId();

  const totals = totalsOf(items);
  const busy = totals.pending + totals.paused + totals.waitingForPerson > 0;
  const asking = items.filter(({ phase }) => phase === "asking").length;
  // Opened to watch, it folds when all is done; a failure to read about and a question need no click.
  const expanded =
    choice?.busy === busy ? choice.open : totals.failed + totals.waitingForPerson > 0;
  return (
    <section
      aria-label={title ? `${t("title")}: ${title}` : t("title")}
      className="animate-pop-in overflow-hidden rounded-2xl border bg-surface shadow-lg"
    >
      {title ? (
        <p className="truncate px-4 pt-2.5 font-medium text-muted text-xs">{title}</p>
      ) : null}
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
        className="max-h-[min(20rem,38dvh)] divide-y divide-line overflow-y-auto border-t"
      >
        {[...items].sort(byNeed).map((item) => (
          <UploadRow key={item.id} item={item} />
        ))}
      </ul>
      <UploadUsage />
      {expanded && asking > 1 ? (
        <div className="border-t px-2 py-1.5">
          <Button size="sm" variant="ghost" onClick={keepAllBoth}>
            {adding("duplicate.keepAllBoth", { count: asking })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** What needs an answer comes first, then what failed; else the order in which it was added. */
function byNeed(a: UploadItem, b: UploadItem): number {
  return needOf(a) - needOf(b);
}

function needOf(item: UploadItem): number {
  if (isWaitingForPerson(item)) return 0;
  return item.phase === "failed" ? 1 : 2;
}
