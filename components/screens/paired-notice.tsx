"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheckBig } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLiveChanges } from "@/components/live/use-live-changes";
import { Spinner } from "@/components/ui/spinner";
import type { Screen } from "@/lib/screens/schema";
import { screenList } from "./screen-queries";

/** The screen was claimed; what it does with that is told as it happens. */
export function PairedNotice({ clientId, screen }: { clientId: string; screen: Screen }) {
  const t = useTranslations("screens.paired");
  useLiveChanges(clientId);
  const { data: screens } = useQuery(screenList(clientId));
  const now = screens?.find(({ id }) => id === screen.id) ?? screen;

  return (
    <div role="status" className="flex flex-col items-center gap-2 py-4 text-center">
      <CircleCheckBig aria-hidden className="mb-1 size-14 text-success" />
      <p className="text-lg font-semibold">{t("title", { name: now.name })}</p>
      <p className="flex items-center gap-2 text-sm text-muted">
        {now.online ? null : <Spinner className="size-4!" />}
        {!now.online
          ? t("waiting")
          : now.playing
            ? t("playing", { name: now.playing.name })
            : t("online")}
      </p>
    </div>
  );
}
