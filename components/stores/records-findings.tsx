"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { NativeSelect } from "@/components/ui/native-select";
import { Skeleton } from "@/components/ui/skeleton";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import { RecordsFindingRow } from "./records-finding-row";
import { findingList } from "./records-queries";

const filters = {
  open: {},
  ORPHAN: { kind: "ORPHAN" },
  MISSING: { kind: "MISSING" },
  DAMAGED: { kind: "DAMAGED" },
  kept: { state: "KEPT" },
} as const;
const names = ["open", "ORPHAN", "MISSING", "DAMAGED", "kept"] as const;

/** What was found at a store, the newest first, and what happens to it. */
export function RecordsFindings({ run }: { run: Reconciliation }) {
  const t = useTranslations("records.findings");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [filter, setFilter] = useState<keyof typeof filters>("open");
  const list = useInfiniteQuery(findingList({ storeId: run.storeId, ...filters[filter] }, run));
  const findings = list.data?.pages.flatMap(({ items }) => items);
  const isGone = useRef(false);
  const { data } = list;

  // The button that was pressed has gone with its row.
  useEffect(() => {
    if (!data || !isGone.current) return;
    isGone.current = false;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [data]);

  const clientNames = new Map(run.clients.map(({ clientId, name }) => [clientId, name]));
  return (
    <section aria-labelledby={id} aria-busy={list.isFetching} className="mt-5 border-t pt-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h4 id={id} ref={heading} tabIndex={-1} className="text-sm font-semibold outline-none">
          {t("title")}
        </h4>
        <NativeSelect
          aria-label={t("filter")}
          value={filter}
          onChange={({ target }) => setFilter(target.value as keyof typeof filters)}
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {t(`kinds.${name}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
      {list.isPending ? (
        <div className="mt-3">
          <span className="sr-only">{common("loading")}</span>
          <Skeleton className="h-14" />
        </div>
      ) : null}
      {list.isError && !findings ? (
        <ErrorState
          className="py-6"
          text={errorText(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {findings?.length === 0 ? <p className="mt-3 text-sm text-muted">{t("none")}</p> : null}
      {findings && findings.length > 0 ? (
        <ul aria-labelledby={id} className="mt-2 divide-y divide-line">
          {findings.map((finding) => (
            <RecordsFindingRow
              key={finding.id}
              finding={finding}
              clientName={clientNames.get(finding.clientId) ?? finding.clientId}
              onGone={() => {
                isGone.current = true;
              }}
            />
          ))}
        </ul>
      ) : null}
      {list.hasNextPage ? (
        <Button
          variant="outline"
          size="sm"
          className="mt-3"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      ) : null}
    </section>
  );
}
