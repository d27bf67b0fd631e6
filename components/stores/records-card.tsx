"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card } from "@/components/ui/card";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import type { Store } from "@/lib/stores/schema";
import { RecordsActions } from "./records-actions";
import { RecordsFindings } from "./records-findings";
import { RecordsOutcome } from "./records-outcome";
import { RecordsReport } from "./records-report";

interface RecordsCardProps {
  store: Store;
  /** undefined: it was never compared. */
  run: Reconciliation | undefined;
}

/** One place: what its last comparison with the records came upon, and what to do about it. */
export function RecordsCard({ store: { id: storeId, kind }, run }: RecordsCardProps) {
  const t = useTranslations("stores");
  const id = useId();
  return (
    <Card>
      <section aria-labelledby={id} className="p-4 sm:p-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h3 id={id} className="min-w-0 font-semibold break-words">
            {t(`kinds.${kind}`)} <span className="font-normal text-muted">{storeId}</span>
          </h3>
          <RecordsActions storeId={storeId} run={run} />
        </div>
        <RecordsOutcome run={run} />
        {run && run.clients.length > 0 ? <RecordsReport clients={run.clients} /> : null}
        {run ? <RecordsFindings run={run} /> : null}
      </section>
    </Card>
  );
}
