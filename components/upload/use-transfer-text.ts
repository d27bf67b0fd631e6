"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";

/** "12 MB of 50 MB · 3 MB/s · 2 minutes left", in the person's language. */
export function useTransferText() {
  const t = useTranslations("upload");
  const { size } = useFormats();

  function timeLeft(seconds: number): string {
    if (seconds < 60) return t("secondsLeft", { count: Math.max(1, Math.ceil(seconds)) });
    if (seconds < 5_400) return t("minutesLeft", { count: Math.round(seconds / 60) });
    return t("hoursLeft", { count: Math.round(seconds / 3_600) });
  }

  return (sentBytes: number, sizeBytes: number, bytesPerSecond?: number): string => {
    const parts = [t("sentOf", { sent: size(sentBytes), total: size(sizeBytes) })];
    if (bytesPerSecond && bytesPerSecond > 0) {
      parts.push(t("speed", { size: size(bytesPerSecond) }));
      parts.push(timeLeft((sizeBytes - sentBytes) / bytesPerSecond));
    }
    return parts.join(" · ");
  };
}
