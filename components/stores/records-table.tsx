"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { type RecordLine, useRecordCells } from "./use-record-cells";

interface RecordsTableProps {
  lines: readonly RecordLine[];
  labelledBy: string;
}

const names = ["files", "size", "missing", "damaged", "leftovers", "foreign"] as const;

export function RecordsTable({ lines, labelledBy }: RecordsTableProps) {
  const t = useTranslations("records.report");
  const cellsOf = useRecordCells();
  return (
    <table aria-labelledby={labelledBy} className="mt-2 w-full text-sm">
      <thead>
        <tr className="border-b align-bottom text-xs text-muted">
          <th scope="col" className="py-1.5 pr-2 text-left font-medium">
            {t("name")}
          </th>
          {names.map((name) => (
            <th key={name} scope="col" className="py-1.5 pl-3 text-right font-medium">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {lines.map((line) => (
          <tr key={line.clientId}>
            <th scope="row" className="py-2 pr-2 text-left font-normal wrap-anywhere">
              {line.name ?? line.clientId}
            </th>
            {cellsOf(line).map(({ name, text, tone }) => (
              <td
                key={name}
                className={cn("py-2 pl-3 text-right whitespace-nowrap tabular-nums", tone)}
              >
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
