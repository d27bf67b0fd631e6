"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

const gridStyle =
  "grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))] sm:gap-4";
const places = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function LibrarySkeleton() {
  const t = useTranslations("library");
  return (
    <div role="status" className={gridStyle}>
      <span className="sr-only">{t("loading")}</span>
      {places.map((place) => (
        <div key={place} className="overflow-hidden rounded-2xl border bg-surface">
          <Skeleton className="aspect-video w-full rounded-none!" />
          <div className="space-y-2.5 p-3">
            <Skeleton className="h-4 w-4/5" />
            <Skeleton className="h-3 w-3/5" />
            <Skeleton className="h-5 w-2/5 rounded-full!" />
          </div>
        </div>
      ))}
    </div>
  );
}
