"use client";

import { useTranslations } from "next-intl";
import { QrCode } from "@/components/ui/qr-code";
import type { Pairing } from "@/lib/sdk";
import { Glow } from "./glow";

/** Read from across a shop: everything scales with the screen's shorter side. */
export function PairingView({ pairing }: { pairing: Pairing | undefined }) {
  const t = useTranslations("player.pairing");
  return (
    <div className="absolute inset-0 overflow-hidden">
      <Glow />
      <p className="absolute top-[5vmin] left-[6vmin] text-[max(1.25rem,3.6vmin)] font-semibold tracking-tight">
        Vitrine
      </p>
      <div className="absolute inset-0 flex items-center justify-center gap-[7vmin] p-[6vmin] portrait:flex-col-reverse">
        <div className="min-w-0 text-center landscape:text-left">
          <h1 className="text-[max(1.25rem,4.6vmin)] font-semibold tracking-tight">{t("title")}</h1>
          <p className="mx-auto mt-[1.4vmin] max-w-[30em] text-[max(0.9rem,2.5vmin)] text-balance text-muted landscape:mx-0">
            {t("steps")}
          </p>
          <Digits code={pairing?.code} />
          <p className="text-[max(0.8rem,2vmin)] text-muted">{t("renews")}</p>
        </div>
        {pairing ? (
          <QrCode
            text={`${location.origin}/pair?code=${pairing.code}`}
            label={t("qr")}
            className="size-[38vmin] shrink-0 rounded-[2vmin]! portrait:size-[46vmin]"
          />
        ) : null}
      </div>
    </div>
  );
}

function Digits({ code }: { code: string | undefined }) {
  const t = useTranslations("player.pairing");
  if (!code) {
    return (
      <p role="status" className="my-[5vmin] text-[max(1.5rem,6vmin)] text-muted">
        {t("connecting")}
      </p>
    );
  }
  return (
    <p
      role="status"
      data-testid="pairing-code"
      data-code={code}
      className="my-[3.5vmin] flex justify-center gap-[0.3em] text-[min(25vmin,12.5vw)] leading-none font-semibold text-accent tabular-nums landscape:justify-start portrait:text-[20vw]"
    >
      <span className="sr-only">
        {t("code")}: {[...code].join(" ")}
      </span>
      <span aria-hidden>{code.slice(0, 3)}</span>
      <span aria-hidden>{code.slice(3)}</span>
    </p>
  );
}
