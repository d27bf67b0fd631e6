"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

interface LoadMoreProps {
  loading: boolean;
  failed: boolean;
  onLoad: () => void;
}

/** Fetches the next page a good while before the end is reached. */
export function LoadMore({ loading, failed, onLoad }: LoadMoreProps) {
  const t = useTranslations("library");
  const common = useTranslations("common");
  const ref = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(onLoad);

  useEffect(() => {
    if (loading || failed || !ref.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { rootMargin: "800px" },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [loading, failed]);

  return (
    <div
      ref={ref}
      className="flex min-h-16 items-center justify-center gap-3 py-4 text-muted text-sm"
    >
      {loading ? <Spinner label={t("loadingMore")} /> : null}
      {failed ? (
        <>
          <span role="alert">{t("moreFailed")}</span>
          <Button variant="outline" size="sm" onClick={onLoad}>
            {common("retry")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
