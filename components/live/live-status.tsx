"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { useLiveChanges } from "./use-live-changes";
import { useLiveState } from "./use-live-state";

const patienceMs = 1_500;

/** Opens the client's line and says whether what is seen is live. Quiet about short gaps. */
export function LiveStatus({ clientId, className }: { clientId: string; className?: string }) {
  const t = useTranslations("screens.live");
  useLiveChanges(clientId);
  const isLive = useSettled(useLiveState(clientId) === "open");

  return (
    <p
      role="status"
      className={cn(
        "inline-flex items-center gap-1.5 text-xs font-medium",
        isLive ? "text-muted" : "text-warning",
        className,
      )}
    >
      <span
        aria-hidden
        className={cn("size-2 rounded-full", isLive ? "bg-success" : "animate-pulse bg-warning")}
      />
      {isLive ? t("on") : t("off")}
    </p>
  );
}

/** A loss counts once it has lasted; the return counts at once. */
function useSettled(isOpen: boolean): boolean {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (isOpen) return setLost(false);
    const timer = setTimeout(() => setLost(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isOpen]);
  return isOpen || !isLost;
}
