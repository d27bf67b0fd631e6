"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import { PagedRows } from "./paged-rows";
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

interface RecordsFindingsProps {
  run: Reconciliation;
  /** Of the last comparison that came to its end, which knows their names. */
  clients: Reconciliation["clients"];
}

/** What was found at a store, the newest first, and what happens to it. */
export function RecordsFindings({ run, clients }: RecordsFindingsProps) {
  const t = useTranslations("records.findings");
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [filter, setFilter] = useState<keyof typeof filters>("open");
  const list = useInfiniteQuery(findingList({ storeId: run.storeId, ...filters[filter] }, run));
  const isGone = useRef(false);
  const { data } = list;

  // The button that was pressed has gone with its row.
  useEffect(() => {
    if (!data || !isGone.current) return;
    isGone.current = false;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [data]);

  const clientNames = new Map(clients.map(({ clientId, name }) => [clientId, name]));
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
      <PagedRows
        list={list}
        labelledBy={id}
        more={t("more")}
        none={t("none")}
        row={(finding) => (
          <RecordsFindingRow
            key={finding.id}
            finding={finding}
            clientName={clientNames.get(finding.clientId) ?? finding.clientId}
            onGone={() => {
              isGone.current = true;
            }}
          />
        )}
      />
    </section>
  );
}
