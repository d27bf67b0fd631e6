"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";

/** "12 MB of 50 MB · 3 MB/s" and "2 min left", in the person's language. */
export function useTransferText() {
  const t = useTranslations("upload");
  const { size } = useFormats();
  return {
    sent(sentBytes: number, sizeBytes: number, bytesPerSecond?: number): string {
      const sent = t("sentOf", { sent: size(sentBytes), total: size(sizeBytes) });
      return bytesPerSecond ? `${sent} · ${t("speed", { size: size(bytesPerSecond) })}` : sent;
    },
    received: (bytes: number) => size(bytes),
    timeLeft(bytesLeft: number, bytesPerSecond: number | undefined): string | undefined {
      if (!bytesPerSecond || bytesLeft <= 0) return undefined;
      const seconds = bytesLeft / bytesPerSecond;
      if (seconds < 60) return t("secondsLeft", { count: Math.ceil(seconds) });
      if (seconds < 5_400) return t("minutesLeft", { count: Math.round(seconds / 60) });
      return t("hoursLeft", { count: Math.round(seconds / 3_600) });
    },
  };
}
