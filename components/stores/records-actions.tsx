"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import { useCompare } from "./use-compare";

interface RecordsActionsProps {
  storeId: string;
  run: Reconciliation | undefined;
}

/** Looks, or looks and cleans up. */
export function RecordsActions({ storeId, run }: RecordsActionsProps) {
  const t = useTranslations("records");
  const [isAsking, setAsking] = useState(false);
  const { mutate, mutateAsync, isPending } = useCompare(storeId);
  const isUnderWay = isPending || run?.state === "RUNNING";
  return (
    <div className="flex w-full flex-wrap gap-2 *:grow sm:w-auto">
      <Button variant="secondary" disabled={isUnderWay} onClick={() => mutate({ isDryRun: true })}>
        {t("compare")}
      </Button>
      <Button variant="outline" disabled={isUnderWay} onClick={() => setAsking(true)}>
        {t("clean")}
      </Button>
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
