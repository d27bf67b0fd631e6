"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { cn } from "@/components/ui/cn";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import { useOutcome } from "./use-outcome";

/** A comparison that did not come to its end, above the last that did. */
export function RecordsTried({ run }: { run: Reconciliation }) {
  const t = useTranslations("records");
  const { moment } = useFormats();
  const { text, tone } = useOutcome()(run);
  return (
    <p role="status" className={cn("mt-3 text-sm", tone)}>
      {t("tried", { when: moment(run.finishedAt ?? run.startedAt), text })}
    </p>
  );
}
