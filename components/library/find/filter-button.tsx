"use client";

import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { lateComponent } from "@/components/ui/late-component";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { countFilters } from "./library-view";
import type { LibraryViewState } from "./use-library-view";

const FilterPanel = lateComponent(() =>
  import("./filter-panel").then(({ FilterPanel }) => FilterPanel),
);

/** Opens the filters: beside the list on a desk, as a sheet on phones. */
export function FilterButton({ view }: { view: LibraryViewState }) {
  const t = useTranslations("find");
  const [open, setOpen] = useState(false);
  const isWide = useMediaQuery("(min-width: 640px)");
  const count = countFilters(view.filter);
  const button = (
    <Button variant="outline" className="max-sm:px-3" aria-label={t("filters", { count })}>
      <ListFilter aria-hidden />
      <span className="max-sm:hidden">{t("filter")}</span>
      {count > 0 ? (
        <span className="rounded-full bg-accent px-1.5 font-semibold text-accent-ink text-xs tabular-nums">
          {count}
        </span>
      ) : null}
    </Button>
  );
  if (isWide) {
    return (
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger asChild>{button}</PopoverTrigger>
        <PopoverContent align="end" aria-label={t("filter")} className="w-96">
          <FilterPanel view={view} />
        </PopoverContent>
      </Popover>
    );
  }
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{button}</DialogTrigger>
      <DialogContent
        title={t("filter")}
        focusField={false}
        footer={
          <>
            <Button variant="ghost" disabled={count === 0} onClick={view.clear}>
              {t("clearAll")}
            </Button>
            <DialogClose asChild>
              <Button>{t("showResult")}</Button>
            </DialogClose>
          </>
        }
      >
        <FilterPanel view={view} />
      </DialogContent>
    </Dialog>
  );
}
