"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/ui/error-state";

export function CrashPage({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("common.crash");
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <ErrorState title={t("title")} text={t("text")} onRetry={onRetry} />
    </div>
  );
}
