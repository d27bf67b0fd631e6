"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import type { Reconciliation } from "@/lib/reconciliations/schema";

/** How a comparison ended, as a sentence with its colour. */
export function useOutcome() {
  const t = useTranslations("records");
  const { size } = useFormats();

  function found({ total, isDryRun }: Reconciliation): string[] {
    const { missing, damaged, orphans, orphanBytes, staleUploads } = total;
    return [
      missing > 0 ? t("missing", { count: missing }) : "",
      damaged > 0 ? t("damaged", { count: damaged }) : "",
      orphans > 0 ? t("orphans", { count: orphans, size: size(orphanBytes) }) : "",
      staleUploads > 0 ? t(isDryRun ? "stale" : "staleDropped", { count: staleUploads }) : "",
    ].filter(Boolean);
  }

  function whyFailed(reason: string | null): string {
    const key = `reasons.${reason}` as "reasons.store_down";
    return t.has(key) ? t(key) : t("reasons.other", { reason: reason ?? "internal" });
  }

  return (run: Reconciliation): { text: string; tone: string } => {
    const { state, total, reason } = run;
    if (state === "RUNNING") return { text: t("running"), tone: "text-info" };
    if (state === "STOPPED") return { text: t("stopped"), tone: "text-warning" };
    if (state === "FAILED") {
      return { text: `${t("failed")} ${whyFailed(reason)}`, tone: "text-danger" };
    }
    const parts = found(run);
    if (parts.length === 0) {
      const files = total.objects - total.foreign - total.recent;
      return { text: t("well", { files }), tone: "text-success" };
    }
    const isWrong = total.missing + total.damaged > 0;
    return { text: parts.join(t("separator")), tone: isWrong ? "text-danger" : "text-warning" };
  };
}
