"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "@/components/library/use-formats";
import { CopyButton } from "@/components/preview/copy-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { StorageFinding } from "@/lib/reconciliations/schema";
import { useFindingActions } from "./use-finding-actions";
import { WorkButton } from "./work-button";

interface RecordsFindingRowProps {
  finding: StorageFinding;
  clientName: string;
  /** It is dealt with, and its buttons with it. */
  onGone: () => void;
}

/** Which end of a key tells it from its neighbours. */
const tailLength = 12;

export function RecordsFindingRow({ finding, clientName, onGone }: RecordsFindingRowProps) {
  const t = useTranslations("records.findings");
  const { size } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const { keep, remove } = useFindingActions(finding, onGone);
  const { clientId, key, kind, state, sizeBytes, artifact } = finding;
  return (
    <li className="flex flex-col gap-1 py-3 text-sm">
      <div className="flex items-center gap-2">
        <Badge tone={kind === "ORPHAN" ? "warning" : "danger"} className="shrink-0">
          {t(`badges.${kind}`)}
        </Badge>
        <span title={key} className="flex min-w-0 font-mono text-xs">
          <span className="truncate">{key.slice(0, -tailLength)}</span>
          <span className="shrink-0">{key.slice(-tailLength)}</span>
        </span>
        <CopyButton text={key} label={t("copy", { key })} />
      </div>
      <p className="text-xs wrap-anywhere text-muted">
        {clientName} · {size(sizeBytes)}
        {artifact ? (
          <>
            {" · "}
            <Link
              href={`/c/${clientId}/library?preview=${artifact.id}`}
              className="text-accent underline"
            >
              {artifact.name}
            </Link>
          </>
        ) : null}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Fate finding={finding} />
        {kind === "ORPHAN" ? (
          <div className="ml-auto flex gap-2">
            {state === "KEPT" ? null : (
              <WorkButton
                variant="outline"
                size="sm"
                busy={keep.isPending}
                aria-label={t("keepOne", { key })}
                onWork={() => keep.mutateAsync()}
              >
                {t("keep")}
              </WorkButton>
            )}
            <Button
              variant="ghost"
              size="sm"
              className="text-danger!"
              aria-label={t("deleteOne", { key })}
              onClick={() => setAsking(true)}
            >
              {t("delete")}
            </Button>
          </div>
        ) : null}
      </div>
      <ConfirmDialog
        open={isAsking}
        danger
        onOpenChange={setAsking}
        title={t("deleteTitle")}
        description={
          <span className="wrap-anywhere">{t("deleteText", { key, size: size(sizeBytes) })}</span>
        }
        confirmLabel={t("delete")}
        onConfirm={() => remove.mutateAsync()}
      />
    </li>
  );
}

/** What happens to it, or what one can do. */
function Fate({ finding: { kind, state, deleteAfter, isHealing } }: { finding: StorageFinding }) {
  const t = useTranslations("records.findings");
  const { date } = useFormats();
  const isLeft = kind === "ORPHAN";
  return (
    <p className="min-w-48 flex-1">
      {!isLeft ? t(isHealing ? "healing" : kind) : null}
      {isLeft && deleteAfter ? t("QUARANTINED", { date: date(deleteAfter) }) : null}
      {isLeft && !deleteAfter ? t(state === "KEPT" ? "KEPT" : "OPEN") : null}
    </p>
  );
}
