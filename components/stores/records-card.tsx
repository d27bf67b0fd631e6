"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card } from "@/components/ui/card";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import type { Store } from "@/lib/stores/schema";
import { RecordsActions } from "./records-actions";
import { RecordsFindings } from "./records-findings";
import { RecordsOutcome } from "./records-outcome";
import { lastDone } from "./records-queries";
import { RecordsReport } from "./records-report";
import { RecordsTried } from "./records-tried";

interface RecordsCardProps {
  store: Store;
  /** undefined: it was never compared. */
  run: Reconciliation | undefined;
}

/** One place: what its last comparison with the records came upon, and what to do about it. */
export function RecordsCard({ store: { id: storeId, kind }, run }: RecordsCardProps) {
  const t = useTranslations("stores");
  const id = useId();
  const { data: last } = useQuery(lastDone(run));
  const told = last ?? run;
  return (
    <Card>
      <section aria-labelledby={id} className="p-4 sm:p-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h3 id={id} className="min-w-0 font-semibold break-words">
            {t(`kinds.${kind}`)} <span className="font-normal text-muted">{storeId}</span>
          </h3>
          <RecordsActions storeId={storeId} run={run} />
        </div>
        {run && last ? <RecordsTried run={run} /> : null}
        <RecordsOutcome run={told} />
        {told && told.clients.length > 0 ? <RecordsReport clients={told.clients} /> : null}
        {run && told ? <RecordsFindings run={run} clients={told.clients} /> : null}
      </section>
    </Card>
  );
}
