"use client";

import { Check, Minus, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Finding } from "@/lib/stores/schema";
import { FixBlock } from "./fix-block";
import { TechnicalDetails } from "./technical-details";

const shown = {
  passed: { Icon: Check, tone: "text-success" },
  warned: { Icon: TriangleAlert, tone: "text-warning" },
  failed: { Icon: X, tone: "text-danger" },
  skipped: { Icon: Minus, tone: "text-muted" },
} as const;

interface FindingRowProps {
  finding: Finding;
  /** It says nothing of now. */
  isOutdated: boolean;
}

export function FindingRow({ finding, isOutdated }: FindingRowProps) {
  const t = useTranslations("stores");
  const { check, outcome, detail, fix } = finding;
  const { Icon } = shown[outcome];
  const tone = isOutdated ? "text-muted" : shown[outcome].tone;
  const isWrong = outcome === "warned" || outcome === "failed";
  const name = `checks.${check}` as "checks.reach";
  // What a newer server looks at, this page may have no words for.
  if (!t.has(`${name}.title`)) return null;
  return (
    <li className="py-2.5">
      <div className="flex items-start gap-3">
        <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", tone)} />
        <div className="min-w-0 flex-1">
          <p className={cn("text-sm", (isOutdated || outcome === "skipped") && "text-muted")}>
            {t(`${name}.title`)}
            <span className={cn("ml-2 text-xs", tone)}>{t(`outcomes.${outcome}`)}</span>
          </p>
          {isWrong ? <p className="mt-1 text-sm text-muted">{t(`${name}.help`)}</p> : null}
          {isWrong && detail ? <TechnicalDetails text={detail} /> : null}
          {isWrong && fix ? <FixBlock text={fix} /> : null}
        </div>
      </div>
    </li>
  );
}
