"use client";

import { useQuery } from "@tanstack/react-query";
import { Monitor } from "lucide-react";
import { useTranslations } from "next-intl";
import { artifactScreens } from "@/components/preview/preview-queries";
import { useClient } from "@/components/shell/session";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import type { DetailSectionProps } from "./detail-sections";
import { Section } from "./section";

/** Which screens are to show it, and which do so now. */
export function PlacesSection({ clientId, artifact }: DetailSectionProps) {
  const t = useTranslations("preview.places");
  const { can } = useClient();
  const mayAsk = can("screens:read");
  const { data, isPending } = useQuery({
    ...artifactScreens(clientId, artifact.id),
    enabled: mayAsk,
  });
  if (!mayAsk) return null;
  const screens = data?.items ?? [];
  return (
    <Section title={t("title")}>
      {isPending ? <Skeleton className="h-9" /> : null}
      {data && screens.length === 0 ? <p className="text-muted text-sm">{t("none")}</p> : null}
      <ul className="flex flex-col gap-2">
        {screens.map(({ id, name, site, online, isPlaying }) => (
          <li key={id} className="flex items-center gap-2.5 text-sm">
            <Monitor aria-hidden className="size-4.5 shrink-0 text-muted" />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{name}</span>
              {site ? <span className="block truncate text-muted text-xs">{site.name}</span> : null}
            </span>
            <Badge tone={isPlaying ? "success" : "neutral"} className="shrink-0">
              {t(isPlaying ? "playing" : online ? "inLoop" : "offline")}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
