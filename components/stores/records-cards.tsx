"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { type RecordLine, useRecordCells } from "./use-record-cells";

interface RecordsCardsProps {
  lines: readonly RecordLine[];
  labelledBy: string;
}

/** The table where it has no room. */
export function RecordsCards({ lines, labelledBy }: RecordsCardsProps) {
  const t = useTranslations("records.report");
  const cellsOf = useRecordCells();
  return (
    <ul aria-labelledby={labelledBy} className="mt-2 flex flex-col gap-2">
      {lines.map((line) => (
        <li key={line.clientId} className="rounded-xl border p-3 text-sm">
          <p className="font-medium wrap-anywhere">{line.name ?? line.clientId}</p>
          <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-1.5">
            {cellsOf(line).map(({ name, text, tone }) => (
              <div key={name} className="flex flex-wrap justify-between gap-x-2">
                <dt className="text-muted">{t(name)}</dt>
                <dd className={cn("ml-auto tabular-nums", tone)}>{text}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
