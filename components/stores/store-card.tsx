"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { SectionCard } from "@/components/shell/section-card";
import { Badge } from "@/components/ui/badge";
import type { Store } from "@/lib/stores/schema";
import { FindingRow } from "./finding-row";
import { HealthBadge } from "./health-badge";
import { isOutdated } from "./is-outdated";
import { StoreCare } from "./store-care";
import { StoreFacts } from "./store-facts";
import { useExamine } from "./use-examine";
import { WorkButton } from "./work-button";

/** One place: what lies there, whether it works, and each thing that was tried. */
export function StoreCard({ store, isScrubbed }: { store: Store; isScrubbed: boolean }) {
  const t = useTranslations("stores");
  const care = useTranslations("care");
  const { size, moment } = useFormats();
  const { examine, isPending, browser } = useExamine(store);
  const { id, kind, files, bytes, isCurrent, isReplica, isFallback, health, examination } = store;
  const findings = [...(examination?.findings ?? []), ...(browser ? [browser] : [])];
  const isWell = findings.every(({ outcome }) => outcome !== "failed");
  const isOld = isOutdated(store);
  const isUp = health.state === "up";
  const when = examination ? moment(examination.examinedAt) : "";
  return (
    <SectionCard
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t(`kinds.${kind}`)}
          <span className="font-normal text-muted">{id}</span>
          {isCurrent ? (
            <Badge tone={isUp ? "info" : "neutral"}>{t(isUp ? "current" : "currentDown")}</Badge>
          ) : null}
          {isReplica ? <Badge>{care("replica")}</Badge> : null}
          {isFallback ? <Badge>{care("fallback")}</Badge> : null}
          <HealthBadge health={health} />
        </span>
      }
      text={t("lying", { files, size: size(bytes) })}
      actions={
        <WorkButton variant="secondary" busy={isPending} onWork={examine}>
          {isPending ? t("checking") : t("check")}
        </WorkButton>
      }
    >
      <div className="mb-4 flex flex-col gap-4">
        <StoreFacts store={store} />
        <StoreCare store={store} isScrubbed={isScrubbed} />
      </div>
      <p role="status" className="text-sm">
        {!examination ? (
          <span className="text-muted">{t("never")}</span>
        ) : isOld ? (
          <span className="text-muted">{t(isWell ? "wasWell" : "wasIll", { when })}</span>
        ) : (
          <span className={isWell ? "text-success" : "text-danger"}>
            {t(isWell ? "well" : "ill", { when })}
          </span>
        )}
      </p>
      {findings.length > 0 ? (
        <ul className="mt-3 divide-y divide-line">
          {findings.map((finding) => (
            <FindingRow key={finding.check} finding={finding} isOutdated={isOld} />
          ))}
        </ul>
      ) : null}
    </SectionCard>
  );
}
