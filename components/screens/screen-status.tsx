"use client";

import { CircleCheck, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { readProblem } from "@/lib/screens/facts";
import type { Screen } from "@/lib/screens/schema";
import { useInstant } from "./use-instant";

export function OnlineBadge({ screen: { online, lastSeenAt } }: { screen: Screen }) {
  const t = useTranslations("screens.status");
  const instant = useInstant();
  return (
    <Badge tone={online ? "success" : "neutral"}>
      <span aria-hidden className={cn("size-2 rounded-full", online ? "bg-success" : "bg-muted")} />
      {online
        ? t("online")
        : lastSeenAt
          ? t("offlineSince", { time: instant(lastSeenAt) })
          : t("neverSeen")}
    </Badge>
  );
}

/** Whether it has what it should have, or what keeps it from that. */
export function ScreenProgress({ screen }: { screen: Screen }) {
  const t = useTranslations("screens");
  if (!screen.online) return null;
  if (screen.problem) {
    const { fault, name } = readProblem(screen.problem);
    return (
      <Badge tone="warning">
        <TriangleAlert aria-hidden />
        <span className="truncate">{fault ? t(`faults.${fault}`, { name }) : name}</span>
      </Badge>
    );
  }
  if (screen.revision !== screen.desiredRevision) {
    return (
      <Badge tone="info">
        <LoaderCircle aria-hidden className="animate-spin" />
        {t("status.catchingUp")}
      </Badge>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 text-xs text-muted">
      <CircleCheck aria-hidden className="size-3.5" />
      {t("status.upToDate")}
    </span>
  );
}
