"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { SectionCard } from "@/components/shell/section-card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { UsageSummary } from "./usage-summary";
import { useUsage } from "./use-usage";

/** Among a client's settings: how full it is. */
export function UsageCard({ clientId }: { clientId: string }) {
  const t = useTranslations("quotas");
  const errorText = useErrorText();
  const { data: usage, error, isPending, refetch } = useUsage(clientId);
  return (
    <SectionCard title={t("title")} text={t("text")}>
      {isPending ? <Skeleton className="h-16 w-full" /> : null}
      {error && !usage ? (
        <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
      ) : null}
      {usage ? <UsageSummary usage={usage} /> : null}
    </SectionCard>
  );
}
