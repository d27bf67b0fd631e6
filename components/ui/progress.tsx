"use client";

import { Progress as Radix } from "radix-ui";
import { cn } from "./cn";

interface ProgressProps {
  /** 0 to 100; null: under way, nobody knows how far. */
  value: number | null;
  label: string;
  tone?: "accent" | "danger" | "muted";
  className?: string;
}

const fill = { accent: "bg-accent", danger: "bg-danger", muted: "bg-muted" };

export function Progress({ value, label, tone = "accent", className }: ProgressProps) {
  const shown = value === null ? null : Math.min(100, Math.max(0, value));
  return (
    <Radix.Root
      value={shown}
      aria-label={label}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-line", className)}
    >
      <Radix.Indicator
        className={cn(
          "h-full rounded-full transition-[width]",
          fill[tone],
          shown === null ? "w-1/3 animate-indeterminate" : "",
        )}
        style={shown === null ? undefined : { width: `${shown}%` }}
      />
    </Radix.Root>
  );
}
