"use client";

import { useTranslations } from "next-intl";
import { Glow } from "./glow";
import type { View } from "./player-state";

interface IdleViewProps {
  view: Exclude<View, "pairing">;
  connected: boolean;
}

/** What is seen when no medium is on the glass. Nothing stands still for long: panels burn in. */
export function IdleView({ view, connected }: IdleViewProps) {
  const t = useTranslations("player.idle");
  const isOffline = !connected && view !== "starting";
  const title = {
    starting: null,
    waiting: t("waiting"),
    playing: null,
    empty: t("empty"),
    trouble: t("trouble"),
  }[view];
  const text = {
    starting: null,
    waiting: null,
    playing: null,
    empty: t("emptyText"),
    trouble: t("troubleText"),
  }[view];

  return (
    <div className="absolute inset-0 grid place-items-center overflow-hidden bg-black p-[8vmin] text-center">
      <Glow />
      <div role="status" className="relative animate-drift">
        <p className="text-[max(2rem,9vmin)] leading-none font-semibold tracking-tight">Vitrine</p>
        {title ? (
          <h1 className="mt-[5vmin] text-[max(1.1rem,3.6vmin)] font-medium">{title}</h1>
        ) : null}
        {text || isOffline ? (
          <p className="mx-auto mt-[1.2vmin] max-w-[30em] text-[max(0.9rem,2.4vmin)] text-balance text-muted">
            {isOffline ? t("offlineText") : text}
          </p>
        ) : null}
      </div>
    </div>
  );
}
