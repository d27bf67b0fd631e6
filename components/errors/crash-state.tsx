"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";

/** A page that could not be drawn. */
export function CrashState({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("common.crash");
  return (
    <Card>
      <ErrorState heading="h1" title={t("title")} text={t("text")} onRetry={onRetry} />
    </Card>
  );
}
