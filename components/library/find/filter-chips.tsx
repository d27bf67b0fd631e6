"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type FilterName, valuesOf } from "./library-view";
import { useFilterNames } from "./use-filter-names";
import type { LibraryViewState } from "./use-library-view";

const shown: FilterName[] = [
  "kind",
  "status",
  "orientation",
  "length",
  "tag",
  "site",
  "uploader",
  "from",
  "to",
];

/** What narrows the list, each to be taken away by itself. */
export function FilterChips({ view }: { view: LibraryViewState }) {
  const t = useTranslations("find");
  const nameOf = useFilterNames();
  const chips = shown.flatMap((name) =>
    valuesOf(view.filter, name).map((value) => ({ name, value, text: nameOf(name, value) })),
  );
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ name, value, text }) => (
        <li key={`${name} ${value}`} className="max-w-full">
          <button
            type="button"
            aria-label={t("removeFilter", { name: text })}
            onClick={() => view.toggle(name, value)}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full bg-accent-soft pr-2 pl-3 text-accent text-sm hover:bg-raised pointer-coarse:min-h-11"
          >
            <span className="truncate">{text}</span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="ghost" size="sm" onClick={view.clear}>
          {t("clearAll")}
        </Button>
      </li>
    </ul>
  );
}
