import { cn } from "@/components/ui/cn";
import type { Fullness } from "@/lib/quotas/facts";

interface UsageMeterProps {
  label: string;
  /** The same in words, for whoever does not see it. */
  text: string;
  used: number;
  /** Promised to what is on its way. */
  reserved?: number;
  max: number;
  level: Fullness["level"];
}

const fill = { fine: "bg-accent", near: "bg-warning", full: "bg-danger" };

/** How much of a limit is used, and after it, paler, how much is reserved. */
export function UsageMeter({ label, text, used, reserved = 0, max, level }: UsageMeterProps) {
  const total = used + reserved;
  const scale = 100 / Math.max(max, total, 1);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <meter> shows one amount, and no colours of ours
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(total, max)}
      aria-valuetext={text}
      className="flex h-2 w-full overflow-hidden rounded-full bg-line"
    >
      <div className={cn("h-full", fill[level])} style={{ width: `${used * scale}%` }} />
      <div
        className={cn("h-full opacity-50", fill[level])}
        style={{ width: `${reserved * scale}%` }}
      />
    </div>
  );
}
