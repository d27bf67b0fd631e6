"use client";

import { CircleAlert, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

interface ErrorStateProps {
  title?: ReactNode;
  text?: ReactNode;
  onRetry?: () => void;
  /** h1 where the state is the whole page. */
  heading?: "h1" | "h2";
  className?: string;
}

export function ErrorState({
  title,
  text,
  onRetry,
  heading: Heading = "h2",
  className,
}: ErrorStateProps) {
  const t = useTranslations("common");
  return (
    <div
      role="alert"
      className={cn("flex flex-col items-center px-6 py-14 text-center", className)}
    >
      <div
        aria-hidden
        className="mb-4 grid size-14 place-items-center rounded-2xl bg-danger-soft text-danger"
      >
        <CircleAlert className="size-7" />
      </div>
      <Heading className="text-lg font-semibold text-ink">{title ?? t("errorTitle")}</Heading>
      {text ? <p className="mt-1.5 max-w-sm text-sm text-balance text-muted">{text}</p> : null}
      {onRetry ? (
        <Button variant="outline" className="mt-6" onClick={onRetry}>
          <RotateCw aria-hidden />
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}
