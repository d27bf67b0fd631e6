"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "@/components/library/use-formats";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import { useCompare } from "./use-compare";

/** More leftovers than are plausible: a person who has asked for a clean-up may ask once more. */
export function RecordsHeld({ run: { storeId, isDryRun, total } }: { run: Reconciliation }) {
  const t = useTranslations("records");
  const { size } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const { mutateAsync } = useCompare(storeId);
  return (
    <div className="flex items-start gap-3 rounded-xl bg-warning-soft p-3 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <div className="min-w-0 flex-1">
        <p>{t("held")}</p>
        <p className="mt-1">{t(isDryRun ? "heldDry" : "heldFix")}</p>
        {isDryRun ? null : (
          <Button variant="outline" size="sm" className="mt-3" onClick={() => setAsking(true)}>
            {t("accept")}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={isAsking}
        danger
        onOpenChange={setAsking}
        title={t("acceptTitle", { count: total.orphans })}
        description={t("acceptText", { size: size(total.orphanBytes) })}
        confirmLabel={t("acceptYes")}
        onConfirm={() => mutateAsync({ isDryRun: false, acceptsMany: true })}
      />
    </div>
  );
}
