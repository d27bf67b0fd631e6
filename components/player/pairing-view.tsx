"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { lateComponent } from "@/components/ui/late-component";
import type { Pairing } from "@/lib/sdk";
import { Glow } from "./glow";

const QrCode = lateComponent(() => import("@/components/ui/qr-code").then((m) => m.QrCode));

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
          <p className="text-[max(0.8rem,2vmin)] text-muted">
            {t(pairing ? "renews" : "connecting")}
          </p>
        </div>
        {/* Its place is there before it is: nothing moves when the code comes. */}
        <div className="size-[38vmin] shrink-0 rounded-[2vmin] bg-white/10 portrait:size-[46vmin]">
          {pairing ? (
            <QrCode
              text={`${location.origin}/pair?code=${pairing.code}`}
              label={t("qr")}
              className="size-full rounded-[2vmin]!"
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

const digitsStyle =
  "my-[3.5vmin] flex justify-center whitespace-nowrap gap-[0.3em] text-[min(25vmin,12.5vw)] leading-none font-semibold tabular-nums landscape:justify-start portrait:text-[18vw]";
/** As wide as digits. */
const noDigits = "\u2012\u2012\u2012";

function Digits({ code }: { code: string | undefined }) {
  const t = useTranslations("player.pairing");
  return (
    <p
      role="status"
      data-testid={code ? "pairing-code" : undefined}
      data-code={code}
      className={cn(digitsStyle, code ? "text-accent" : "animate-pulse text-muted")}
    >
      {code ? (
        <span className="sr-only">
          {t("code")}: {[...code].join(" ")}
        </span>
      ) : null}
      <span aria-hidden>{code?.slice(0, 3) ?? noDigits}</span>
      <span aria-hidden>{code?.slice(3) ?? noDigits}</span>
    </p>
  );
}
