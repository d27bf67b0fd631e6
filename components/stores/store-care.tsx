"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "@/components/library/use-formats";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import type { Store } from "@/lib/stores/schema";
import { DamagedFiles } from "./damaged-files";
import { TechnicalDetails } from "./technical-details";
import { useCare } from "./use-care";
import { WorkButton } from "./work-button";

/** What is not as it should be in this store, and how far reading its files again has come. */
export function StoreCare({ store, isScrubbed }: { store: Store; isScrubbed: boolean }) {
  const t = useTranslations("care");
  const { size, moment } = useFormats();
  const { start, isPending } = useCare(store);
  const { backlog, care, unreplicated, health, isReplica } = store;
  // What is damaged or missing was read, and not found right.
  const total = Math.max(store.files + care.healing, care.verified + care.due);
  const isWrong = care.missing + care.damaged + care.healing > 0;
  const button = (action: Parameters<typeof start>[0], text: string) => (
    <WorkButton variant="secondary" size="sm" busy={isPending(action)} onWork={() => start(action)}>
      {text}
    </WorkButton>
  );
  return (
    <div className="flex flex-col gap-3">
      {health.state !== "up" ? (
        <Note tone="danger">{t("down", { since: health.since ? moment(health.since) : "" })}</Note>
      ) : null}
      {health.state !== "up" && health.lastError ? (
        <TechnicalDetails text={health.lastError} />
      ) : null}
      {backlog.files > 0 ? (
        <Note tone="warning" action={button("bring_home", t("bringHome"))}>
          {t("backlog", {
            files: backlog.files,
            size: size(backlog.bytes),
            since: backlog.oldestAt ? moment(backlog.oldestAt) : "",
          })}
        </Note>
      ) : null}
      {care.missing + care.damaged > 0 ? (
        <Note tone="danger">{t("wrong", { missing: care.missing, damaged: care.damaged })}</Note>
      ) : null}
      <DamagedFiles store={store} />
      {care.healing > 0 ? (
        <Note tone="warning" action={button("heal", t("heal"))}>
          {t("healing", { files: care.healing })}
        </Note>
      ) : null}
      {isReplica && unreplicated > 0 ? (
        <Note tone="muted" action={button("replicate", t("replicate"))}>
          {t("unreplicated", { files: unreplicated })}
        </Note>
      ) : null}
      {store.files > 0 ? (
        <div>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-sm">
              {isScrubbed
                ? t("verified", { verified: care.verified, files: total })
                : t("notScrubbed")}
            </p>
            {isScrubbed ? button("verify", t("verify")) : null}
          </div>
          {isScrubbed ? (
            <Progress
              className="mt-2"
              value={(care.verified / Math.max(1, total)) * 100}
              tone={isWrong || health.state !== "up" ? "muted" : "accent"}
              label={t("verify")}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

const tones = { danger: "text-danger", warning: "text-warning", muted: "text-muted" };

function Note(props: { tone: keyof typeof tones; action?: ReactNode; children: ReactNode }) {
  const { tone, action, children } = props;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="flex min-w-0 flex-1 basis-60 items-start gap-2 text-sm">
        <TriangleAlert aria-hidden className={cn("mt-0.5 size-4 shrink-0", tones[tone])} />
        <span className="min-w-0 break-words">{children}</span>
      </p>
      {action}
    </div>
  );
}
