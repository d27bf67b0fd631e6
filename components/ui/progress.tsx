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
  const shown = value === null ? undefined : Math.min(100, Math.max(0, value));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={shown === undefined ? undefined : Math.round(shown)}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-line", className)}
    >
      <div
        className={cn(
          "h-full rounded-full transition-[width]",
          fill[tone],
          shown === undefined ? "w-1/3 animate-indeterminate" : "",
        )}
        style={shown === undefined ? undefined : { width: `${shown}%` }}
      />
    </div>
  );
}
