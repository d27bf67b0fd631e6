"use client";

import { useTranslations } from "next-intl";
import { ArtifactStatusBadge } from "@/components/library/artifact-status";
import { kindOf } from "@/components/library/kind-of";
import { useFormats } from "@/components/library/use-formats";
import type { DetailSectionProps } from "./detail-sections";

export function FactsSection({ artifact }: DetailSectionProps) {
  const t = useTranslations("library");
  const { size, resolution, length, moment } = useFormats();
  const { contentType, sizeBytes, width, height, durationMs, createdBy, createdAt } = artifact;
  const rows = [
    ["status", <ArtifactStatusBadge key="status" artifact={artifact} />],
    ["type", `${t(`types.${kindOf(artifact)}`)} (${contentType})`],
    ["size", size(sizeBytes)],
    ["resolution", width && height ? resolution(width, height) : null],
    ["length", durationMs === null ? null : length(durationMs)],
    ["uploader", createdBy?.name ?? null],
    ["date", moment(createdAt)],
  ] as const;

  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm">
      {rows.map(([key, value]) =>
        value === null ? null : (
          <div key={key} className="min-w-0">
            <dt className="text-muted text-xs">{t(`details.${key}`)}</dt>
            <dd className="mt-0.5 text-ink">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
