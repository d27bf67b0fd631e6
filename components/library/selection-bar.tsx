"use client";

import { ListChecks, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

interface SelectionBarProps {
  count: number;
  allSelected: boolean;
  onAll: () => void;
  onClear: () => void;
  onDelete: () => void;
}

/** In the place of the search, so that nothing moves when the first one is selected. */
export function SelectionBar({ count, allSelected, onAll, onClear, onDelete }: SelectionBarProps) {
  const t = useTranslations("library.selection");
  return (
    <div className="sticky top-[calc(env(safe-area-inset-top)+4rem)] z-20 h-0">
      <div
        role="toolbar"
        aria-label={t("toolbar")}
        className="absolute inset-x-0 -top-1 flex animate-fade-in items-center gap-1 rounded-2xl border border-accent bg-surface p-1 shadow-md"
      >
        <IconButton label={t("clear")} onClick={onClear}>
          <X aria-hidden />
        </IconButton>
        <p
          role="status"
          className="min-w-0 flex-1 truncate font-medium text-ink text-sm tabular-nums"
        >
          {t("count", { count })}
        </p>
        <Button variant="ghost" disabled={allSelected} onClick={onAll} aria-label={t("all")}>
          <ListChecks aria-hidden />
          <span className="max-sm:hidden">{t("all")}</span>
        </Button>
        <Button variant="danger" onClick={onDelete}>
          <Trash2 aria-hidden />
          {t("delete")}
        </Button>
      </div>
    </div>
  );
}
