"use client";

import { useFormatter } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import type { Reconciliation } from "@/lib/reconciliations/schema";

export type RecordLine = Reconciliation["clients"][number];

/** What is told of a client, in this order. */
export function useRecordCells() {
  const format = useFormatter();
  const { size } = useFormats();
  return ({ objects, bytes, missing, damaged, orphans, orphanBytes, foreign }: RecordLine) => {
    const count = (value: number, tone = "") => ({
      text: format.number(value),
      tone: value === 0 ? "text-muted" : tone,
    });
    const leftovers = count(orphans, "text-warning font-medium");
    if (orphans > 0) leftovers.text += ` · ${size(orphanBytes)}`;
    return [
      { name: "files", ...count(objects) },
      { name: "size", text: size(bytes), tone: "" },
      { name: "missing", ...count(missing, "text-danger font-medium") },
      { name: "damaged", ...count(damaged, "text-danger font-medium") },
      { name: "leftovers", ...leftovers },
      { name: "foreign", ...count(foreign) },
    ] as const;
  };
}
