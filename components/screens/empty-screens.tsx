"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { useOrigin } from "./use-origin";

/** How a shop gets its first screen, in three steps. */
interface EmptyScreensProps {
  /** The server's, as far as it knows. */
  origin: string;
  action: ReactNode;
}

export function EmptyScreens(props: EmptyScreensProps) {
  const t = useTranslations("screens.empty");
  const { origin, isLoopback } = useOrigin(props.origin);
  return (
    <Card className="mx-auto max-w-2xl p-6 sm:p-10">
      <h2 className="text-xl font-semibold">{t("title")}</h2>
      <p className="mt-1 text-sm text-muted">{t("text")}</p>
      <ol className="mt-8 flex flex-col gap-7">
        <Step number={1} title={t("open")}>
          <p className="mt-2 inline-block rounded-lg bg-raised px-3 py-2 text-base font-semibold break-all select-all sm:text-lg">
            {origin}/screen
          </p>
          {isLoopback ? <p className="mt-2 text-sm text-warning">{t("loopback")}</p> : null}
        </Step>
        <Step number={2} title={t("see")}>
          <p className="mt-1 text-sm text-muted">{t("seeText")}</p>
        </Step>
        <Step number={3} title={t("enter")}>
          <div className="mt-3 text-sm text-muted">{props.action}</div>
        </Step>
      </ol>
    </Card>
  );
}

function Step(props: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-4">
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent"
      >
        {props.number}
      </span>
      <div className="min-w-0 pt-1.5">
        <p className="font-medium">{props.title}</p>
        {props.children}
      </div>
    </li>
  );
}
