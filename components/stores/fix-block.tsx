"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** What to paste at the store. */
export function FixBlock({ text }: { text: string }) {
  const t = useTranslations("stores");
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast.success(t("copied"));
  };
  return (
    <div className="mt-2 rounded-xl border bg-raised">
      <div className="flex items-center justify-between gap-3 border-b px-3 py-1.5">
        <span className="text-xs text-muted">{t("fix")}</span>
        <Button variant="ghost" size="sm" onClick={() => void copy()}>
          {t("copy")}
        </Button>
      </div>
      <section
        aria-label={t("fix")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keys too
        tabIndex={0}
        className="overflow-x-auto p-3"
      >
        <pre className="text-xs leading-5">{text}</pre>
      </section>
    </div>
  );
}
