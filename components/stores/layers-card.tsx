"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { SectionCard } from "@/components/shell/section-card";
import type { StorageLayers } from "@/lib/stores/schema";
import { Fact } from "./fact";

type Cache = NonNullable<StorageLayers["memoryCache"]>;

/** What is done to files between the server and the stores. */
export function LayersCard({ layers }: { layers: StorageLayers }) {
  const t = useTranslations("care");
  const { size, percent } = useFormats();
  const { isEncrypted, hasFallback, compressed, memoryCache, diskCache } = layers;
  const cacheText = ({ hits, misses, objects, bytes }: Cache) =>
    t("layers.cache", {
      share: percent((hits / Math.max(1, hits + misses)) * 100),
      ...{ objects, size: size(bytes) },
    });
  const share = compressed && (compressed.storedBytes / Math.max(1, compressed.plainBytes)) * 100;
  return (
    <SectionCard title={t("layers.title")} text={t("layers.text")}>
      <dl className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Fact name={t("layers.fallback")}>{t(hasFallback ? "on" : "off")}</Fact>
        <Fact name={t("layers.encryption")}>{t(isEncrypted ? "on" : "off")}</Fact>
        <Fact name={t("layers.compression")}>
          {!compressed
            ? t("off")
            : compressed.plainBytes === 0
              ? t("on")
              : t("layers.ratio", {
                  share: percent(share ?? 0),
                  size: size(compressed.plainBytes),
                })}
        </Fact>
        <Fact name={t("layers.memoryCache")}>
          {memoryCache ? cacheText(memoryCache) : t("off")}
        </Fact>
        <Fact name={t("layers.diskCache")}>{diskCache ? cacheText(diskCache) : t("off")}</Fact>
      </dl>
    </SectionCard>
  );
}
