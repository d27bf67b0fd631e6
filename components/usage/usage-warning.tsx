"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { cn } from "@/components/ui/cn";
import { fullnessOf } from "@/lib/quotas/facts";
import type { Usage } from "@/lib/quotas/schema";

interface UsageWarningProps {
  usage: Usage | undefined;
  /** A line of a list instead of a notice by itself. */
  slim?: boolean;
}

/** Tells in time that a client gets full; nothing before. */
export function UsageWarning({ usage, slim = false }: UsageWarningProps) {
  const t = useTranslations("quotas");
  const { percent } = useFormats();
  const fullness = usage && fullnessOf(usage);
  if (!fullness || fullness.level === "fine") return null;
  const { of, level, share } = fullness;
  return (
    <div
      role={slim ? undefined : "status"}
      className={cn(
        "flex items-start gap-2 text-sm",
        level === "full" ? "bg-danger-soft text-danger" : "bg-warning-soft text-warning",
        slim ? "border-t px-4 py-2" : "rounded-lg px-3 py-2.5",
      )}
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p>
        <strong className="font-semibold">
          {t(`${level}.${of}`, { percent: percent(share * 100) })}
        </strong>{" "}
        {t(`${level}.advice`)}
      </p>
    </div>
  );
}
