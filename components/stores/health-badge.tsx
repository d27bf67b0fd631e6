"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Store } from "@/lib/stores/schema";

const tones = { up: "success", trying: "warning", down: "danger" } as const;

/** Whether the store answers this server now. */
export function HealthBadge({ health: { state } }: { health: Store["health"] }) {
  const t = useTranslations("care");
  return <Badge tone={tones[state]}>{t(`health.${state}`)}</Badge>;
}
