"use client";

import { useTranslations } from "next-intl";

/** A page that could not be drawn. It comes with every page, so it is made of nothing but words. */
export function CrashState({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("common");
  return (
    <div
      role="alert"
      className="flex flex-col items-center rounded-2xl border bg-surface px-6 py-14 text-center"
    >
      <h1 className="font-semibold text-ink text-lg">{t("crash.title")}</h1>
      <p className="mt-1.5 max-w-sm text-balance text-muted text-sm">{t("crash.text")}</p>
      <button
        type="button"
        className="mt-6 min-h-10 rounded-lg border border-field/60 px-4 font-medium text-ink text-sm hover:bg-raised pointer-coarse:min-h-11"
        onClick={onRetry}
      >
        {t("retry")}
      </button>
    </div>
  );
}
