"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import { useCompare } from "./use-compare";
import { WorkButton } from "./work-button";

interface RecordsActionsProps {
  storeId: string;
  run: Reconciliation | undefined;
}

/** Looks, or looks and cleans up. */
export function RecordsActions({ storeId, run }: RecordsActionsProps) {
  const t = useTranslations("records");
  const [isAsking, setAsking] = useState(false);
  const { mutateAsync, isPending } = useCompare(storeId);
  const isUnderWay = isPending || run?.state === "RUNNING";
  return (
    <div className="flex w-full flex-wrap gap-2 *:grow sm:w-auto">
      <WorkButton
        variant="secondary"
        shut={isUnderWay}
        onWork={() => mutateAsync({ isDryRun: true })}
      >
        {t("compare")}
      </WorkButton>
      <WorkButton variant="outline" shut={isUnderWay} onWork={async () => setAsking(true)}>
        {t("clean")}
      </WorkButton>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("cleanTitle")}
        description={t("cleanText")}
        confirmLabel={t("clean")}
        onConfirm={() => mutateAsync({ isDryRun: false })}
      />
    </div>
  );
}
