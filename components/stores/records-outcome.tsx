"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import type { Reconciliation } from "@/lib/reconciliations/schema";
import { RecordsHeld } from "./records-held";
import { useOutcome } from "./use-outcome";

/** The last comparison in a sentence: what came of it, when it was, and by whom. */
export function RecordsOutcome({ run }: { run: Reconciliation | undefined }) {
  const t = useTranslations("records");
  const { size, moment } = useFormats();
  const outcome = useOutcome();
  if (!run) {
    return (
      <p role="status" className="mt-3 text-sm text-muted">
        {t("never")}
      </p>
    );
  }
  const { state, total, isDryRun, requestedBy, startedAt, finishedAt, reason } = run;
  const isRunning = state === "RUNNING";
  const isHeld = reason === "too_many_orphans";
  const { text, tone } = outcome(run);
  const { name } = requestedBy;
  const event = isRunning ? "started" : "compared";
  const when = moment(isRunning ? startedAt : (finishedAt ?? startedAt));
  const asides = [
    total.recent > 0 ? t("recent", { count: total.recent }) : "",
    total.foreign > 0 ? t("foreign", { count: total.foreign }) : "",
  ].filter(Boolean);
  return (
    <div className="mt-3 flex flex-col gap-2">
      <p role="status" className={cn("text-sm font-medium", tone)}>
        {text}
      </p>
      {isRunning ? <Progress value={null} label={t("running")} /> : null}
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        <span>
          {name === null ? t(`${event}.server`, { when }) : t(`${event}.person`, { when, name })}
        </span>
        {state === "DONE" && (isDryRun || !isHeld) ? (
          <Badge>{t(isDryRun ? "dry" : "cleaned")}</Badge>
        ) : null}
      </p>
      {isRunning ? (
        <p className="text-xs text-muted">
          {t("soFar", { files: total.objects, size: size(total.bytes) })}
        </p>
      ) : null}
      {!isRunning && asides.length > 0 ? (
        <p className="text-xs text-muted">{asides.join(" · ")}</p>
      ) : null}
      {isHeld ? <RecordsHeld run={run} /> : null}
    </div>
  );
}
