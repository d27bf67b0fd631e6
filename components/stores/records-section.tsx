"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { RowSkeletons } from "@/components/people/row-skeletons";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import type { Store } from "@/lib/stores/schema";
import { RecordsCard } from "./records-card";
import { runList } from "./records-queries";

/** Whether what lies in the stores is what the records say. */
export function RecordsSection({ stores }: { stores: readonly Store[] }) {
  const t = useTranslations("records");
  const errorText = useErrorText();
  const id = useId();
  const { data: runs, error, isPending, refetch } = useQuery(runList());
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="text-xl font-semibold">
        {t("title")}
      </h2>
      <p className="mt-1 text-sm text-muted">{t("description")}</p>
      <div className="mt-4 flex flex-col gap-4">
        {isPending ? <RowSkeletons count={stores.length} /> : null}
        {!isPending && !runs ? (
          <Card>
            <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
          </Card>
        ) : null}
        {runs
          ? stores.map((store) => (
              <RecordsCard
                key={store.id}
                store={store}
                run={runs.find(({ storeId }) => storeId === store.id)}
              />
            ))
          : null}
      </div>
    </section>
  );
}
