"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export function NothingFound({ words, onClear }: { words?: string; onClear: () => void }) {
  const t = useTranslations("find");
  return (
    <EmptyState
      icon={<SearchX />}
      title={words ? t("nothingFor", { words }) : t("nothing")}
      text={t("nothingHint")}
      action={
        <Button variant="outline" onClick={onClear}>
          {t("clearAll")}
        </Button>
      }
    />
  );
}
