"use client";

import { useTranslations } from "next-intl";
import type { Pairing } from "@/lib/sdk";
import { QrCode } from "./qr-code";

/** Read from across a shop: everything scales with the screen's shorter side. */
export function PairingView({ pairing }: { pairing: Pairing | undefined }) {
  const t = useTranslations("player.pairing");
  return (
    <div className="absolute inset-0 flex items-center justify-center gap-[6vmin] overflow-hidden p-[6vmin] portrait:flex-col-reverse">
      <div className="min-w-0 text-center landscape:text-left">
        <h1 className="text-[max(1.25rem,4.2vmin)] font-semibold tracking-tight">{t("title")}</h1>
        <p className="mt-[1.4vmin] max-w-[34em] text-[max(0.9rem,2.3vmin)] text-balance text-muted">
          {t("steps")}
        </p>
        <Digits code={pairing?.code} />
        <p className="text-[max(0.8rem,1.8vmin)] text-muted">{t("renews")}</p>
      </div>
      {pairing ? (
        <QrCode
          text={`${location.origin}/pair?code=${pairing.code}`}
          label={t("qr")}
          className="size-[34vmin] shrink-0 rounded-[2vmin] bg-white p-[1vmin]"
        />
      ) : null}
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
      aria-label={`${t("code")}: ${[...code].join(" ")}`}
      data-testid="pairing-code"
      className="my-[3vmin] flex justify-center gap-[0.35em] text-[min(21vmin,11vw)] leading-none font-semibold text-accent tabular-nums landscape:justify-start portrait:text-[min(21vmin,20vw)]"
    >
      <span>{code.slice(0, 3)}</span>
      <span>{code.slice(3)}</span>
    </p>
  );
}
