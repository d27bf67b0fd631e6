"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { SectionCard } from "@/components/shell/section-card";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Store } from "@/lib/stores/schema";
import { FindingRow } from "./finding-row";
import { HealthBadge } from "./health-badge";
import { StoreCare } from "./store-care";
import { StoreFacts } from "./store-facts";
import { useExamine } from "./use-examine";

/** One place: what lies there, whether it works, and each thing that was tried. */
export function StoreCard({ store, isScrubbed }: { store: Store; isScrubbed: boolean }) {
  const t = useTranslations("stores");
  const care = useTranslations("care");
  const { size, moment } = useFormats();
  const { examine, isPending, browser } = useExamine(store);
  const { id, kind, files, bytes, isCurrent, isReplica, isFallback, health, examination } = store;
  const findings = [...(examination?.findings ?? []), ...(browser ? [browser] : [])];
  const isWell = findings.every(({ outcome }) => outcome !== "failed");
  // What was found before it went down, or came back, says nothing about now.
  const isOld =
    health.state === "up"
      ? (examination?.examinedAt ?? "") < (health.since ?? "") &&
        findings.some(({ check, outcome }) => check === "reach" && outcome === "failed")
      : isWell;
  const when = examination ? moment(examination.examinedAt) : "";
  return (
    <SectionCard
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t(`kinds.${kind}`)}
          <span className="font-normal text-muted">{id}</span>
          {isCurrent && health.state === "up" ? <Badge tone="info">{t("current")}</Badge> : null}
          {isReplica ? <Badge>{care("replica")}</Badge> : null}
          {isFallback ? <Badge>{care("fallback")}</Badge> : null}
          <HealthBadge health={health} />
        </span>
      }
      text={t("lying", { files, size: size(bytes) })}
      actions={
        <Button variant="secondary" busy={isPending} onClick={examine}>
          {isPending ? t("checking") : t("check")}
        </Button>
      }
    >
      <div className="mb-4 flex flex-col gap-4">
        <StoreFacts store={store} />
        <StoreCare store={store} isScrubbed={isScrubbed} />
      </div>
      <p role="status" className="text-sm">
        {!examination ? (
          <span className="text-muted">{t("never")}</span>
        ) : (
          <span className={isOld ? "text-muted" : isWell ? "text-success" : "text-danger"}>
            {t(isWell ? "well" : "ill", { when })}
          </span>
        )}
      </p>
      {findings.length > 0 ? (
        <ul className={cn("mt-3 divide-y divide-line", isOld && "opacity-60")}>
          {findings.map((finding) => (
            <FindingRow key={finding.check} finding={finding} />
          ))}
        </ul>
      ) : null}
    </SectionCard>
  );
}
