"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import type { Store } from "@/lib/stores/schema";
import { Fact } from "./fact";

/** How it does, in numbers: since the server began, and what reading again has found. */
export function StoreFacts({ store }: { store: Store }) {
  const t = useTranslations("care");
  const { size, percent } = useFormats();
  const { health, operations, region } = store;
  const all = Object.values(operations);
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const failures = all.reduce((sum, one) => sum + one.failures, 0);
  const { read, write } = operations;
  return (
    <div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        <Fact name={t("facts.success")}>
          {count === 0
            ? "–"
            : t("facts.ofAsked", { share: percent(100 - (failures / count) * 100), count })}
        </Fact>
        <Fact name={t("facts.read")}>{size(read.bytes)}</Fact>
        <Fact name={t("facts.written")}>{size(write.bytes)}</Fact>
        <Fact name={t("facts.answers")}>
          {health.latencyMs === null
            ? "–"
            : t("facts.ms", { ms: Math.max(1, Math.round(health.latencyMs)) })}
        </Fact>
        {region ? <Fact name={t("facts.region")}>{region}</Fact> : null}
      </dl>
      <p className="mt-2 text-xs text-muted">{t("facts.since")}</p>
    </div>
  );
}
