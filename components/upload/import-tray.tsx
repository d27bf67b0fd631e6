"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { importList } from "./import-queries";
import { ImportRow } from "./import-row";
import { useUploadClient } from "./upload-context";

/** What this person has the server fetch from links, and what it could not get. */
export function ImportTray() {
  const t = useTranslations("adding.links");
  const clientId = useUploadClient();
  const { data = [] } = useQuery(importList(clientId));
  const [expanded, setExpanded] = useState(true);
  const listId = useId();
  const mine = data.filter(({ isMine }) => isMine);
  if (mine.length === 0) return null;
  return (
    <section
      aria-label={t("tray")}
      className="animate-pop-in overflow-hidden rounded-2xl border bg-surface shadow-lg"
    >
      <div className="flex items-center gap-1 py-1 pr-2 pl-4">
        <p className="min-w-0 flex-1 truncate font-medium text-ink text-sm">
          {t("trayOf", { count: mine.length })}
        </p>
        <IconButton
          label={t(expanded ? "collapse" : "expand")}
          aria-expanded={expanded}
          aria-controls={listId}
          onClick={() => setExpanded(!expanded)}
        >
          <ChevronDown aria-hidden className={expanded ? "" : "rotate-180"} />
        </IconButton>
      </div>
      <ul
        id={listId}
        hidden={!expanded}
        className="max-h-[min(16rem,22dvh)] divide-y divide-line overflow-y-auto border-t"
      >
        {mine.map((item) => (
          <ImportRow key={item.artifactId} clientId={clientId} item={item} />
        ))}
      </ul>
    </section>
  );
}
