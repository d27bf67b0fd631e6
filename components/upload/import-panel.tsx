"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Import } from "@/lib/imports/schema";
import { ImportRow } from "./import-row";

interface ImportPanelProps {
  clientId: string;
  items: readonly Import[];
}

export function ImportPanel({ clientId, items }: ImportPanelProps) {
  const t = useTranslations("adding.links");
  const [expanded, setExpanded] = useState(true);
  const listId = useId();
  return (
    <section
      aria-label={t("tray")}
      className="animate-pop-in overflow-hidden rounded-2xl border bg-surface shadow-lg"
    >
      <div className="flex items-center gap-1 py-1 pr-2 pl-4">
        <p className="min-w-0 flex-1 truncate font-medium text-ink text-sm">
          {t("trayOf", { count: items.length })}
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
        {items.map((item) => (
          <ImportRow key={item.artifactId} clientId={clientId} item={item} />
        ))}
      </ul>
    </section>
  );
}
