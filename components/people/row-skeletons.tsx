"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

export function RowSkeletons({ count = 3 }: { count?: number }) {
  const t = useTranslations("common");
  return (
    <Card role="status" className="divide-y divide-line">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <div key={index} className="flex items-center gap-3 px-4 py-3.5 sm:px-5">
          <Skeleton className="size-9 rounded-full!" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-3 w-48 max-w-full" />
          </div>
        </div>
      ))}
    </Card>
  );
}
