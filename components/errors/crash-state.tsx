"use client";

import { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** A page that could not be drawn. It is with every page, and must not need what is not there. */
export function CrashState({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("common");
  return (
    <Card role="alert">
      <EmptyState
        heading="h1"
        icon={<span className="font-bold text-2xl">!</span>}
        title={t("crash.title")}
        text={t("crash.text")}
        action={
          <button type="button" className={buttonStyle({ variant: "outline" })} onClick={onRetry}>
            {t("retry")}
          </button>
        }
      />
    </Card>
  );
}
