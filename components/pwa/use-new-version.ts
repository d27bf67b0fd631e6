"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { toast } from "@/components/ui/toast";
import { onNewVersion } from "@/lib/sdk";

/** A tab stays open for weeks: says when the server has become a newer one than its page. */
export function useNewVersion(): void {
  const t = useTranslations("pwa.newVersion");
  const tell = useEffectEvent(() => {
    toast.info(t("title"), {
      id: "new-version",
      duration: Number.POSITIVE_INFINITY,
      action: { label: t("reload"), onClick: () => window.location.reload() },
    });
  });
  useEffect(() => onNewVersion(() => tell()), []);
}
