"use client";

import { useFormatter } from "next-intl";
import { useMemo } from "react";
import { clockTime } from "./clock-time";

const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Sizes, lengths and dates as the person's language writes them. */
export function useFormats() {
  const format = useFormatter();
  return useMemo(
    () => ({
      /** Decimal units, as phones and file managers show them. */
      size(bytes: number): string {
        const step = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
        const value = bytes / 1000 ** step;
        return format.number(value, {
          style: "unit",
          unit: units[step] ?? "byte",
          unitDisplay: step === 0 ? "long" : "short",
          maximumFractionDigits: step < 2 || value >= 100 ? 0 : 1,
        });
      },
      percent: (value: number) =>
        format.number(Math.floor(value) / 100, { style: "percent", maximumFractionDigits: 0 }),
      length: clockTime,
      resolution: (width: number, height: number) => `${width} × ${height}`,
      date: (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium" }),
      moment: (iso: string) =>
        format.dateTime(new Date(iso), { dateStyle: "medium", timeStyle: "short" }),
    }),
    [format],
  );
}
