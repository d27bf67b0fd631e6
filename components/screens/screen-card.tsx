"use client";

import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { Card } from "@/components/ui/card";
import type { Screen } from "@/lib/screens/schema";
import { ScreenActions } from "./screen-actions";
import { ScreenPicture } from "./screen-picture";
import { OnlineBadge, ScreenProgress } from "./screen-status";

export function ScreenCard({ screen }: { screen: Screen }) {
  const t = useTranslations("screens.card");
  const { client, can } = useClient();
  return (
    <Card className="flex flex-col overflow-hidden">
      <ScreenPicture screen={screen} />
      <div className="flex flex-1 flex-col gap-3 p-4">
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <h2 className="truncate font-semibold" title={screen.name}>
              {screen.name}
            </h2>
            <p className="mt-0.5 flex items-center gap-1 text-sm text-muted">
              <MapPin aria-hidden className="size-3.5 shrink-0" />
              <span className="truncate">{screen.site?.name ?? t("noSite")}</span>
            </p>
          </div>
          {can("screens:write") ? <ScreenActions clientId={client.id} screen={screen} /> : null}
        </div>
        <div className="mt-auto flex flex-wrap items-center gap-2">
          <OnlineBadge screen={screen} />
          <ScreenProgress screen={screen} />
        </div>
      </div>
    </Card>
  );
}
