"use client";

import { Columns2, RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { MediaImage } from "@/components/library/media-image";
import { useFormats } from "@/components/library/use-formats";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Spinner } from "@/components/ui/spinner";
import type { Version } from "@/lib/versions/schema";

interface VersionRowProps {
  version: Version;
  mayChange: boolean;
  onRestore: () => void;
  onCompare: () => void;
  onDelete: () => void;
}

export function VersionRow(props: VersionRowProps) {
  const { version, mayChange, onRestore, onCompare, onDelete } = props;
  const t = useTranslations("versions");
  const failures = useTranslations("failures");
  const { size, length, moment } = useFormats();
  const { number, origin, state, isCurrent, posterUrl, failureReason } = version;
  const facts = [
    version.sizeBytes > 0 ? size(version.sizeBytes) : "",
    version.durationMs === null ? "" : length(version.durationMs),
    version.createdBy?.name,
  ].filter(Boolean);
  return (
    <li className="flex items-start gap-3 py-2.5">
      <span className="relative grid h-10 w-16 shrink-0 place-items-center overflow-hidden rounded-md bg-raised">
        {posterUrl ? (
          <MediaImage src={posterUrl} alt="" className="size-full object-contain" />
        ) : null}
        {state === "PENDING" ? <Spinner className="size-5" /> : null}
      </span>
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {t("number", { number })}
          {origin === "TRIM" ? <span className="text-muted text-xs">{t("trimmed")}</span> : null}
          {isCurrent ? <Badge tone="success">{t("current")}</Badge> : null}
          {state === "PENDING" ? <Badge tone="info">{t("pending")}</Badge> : null}
          {state === "FAILED" ? <Badge tone="danger">{t("failed")}</Badge> : null}
        </p>
        <p className="truncate text-muted text-xs" title={version.fileName}>
          {version.fileName}
        </p>
        <p className="text-muted text-xs tabular-nums">{facts.join(" · ")}</p>
        <p className="text-muted text-xs">
          <time dateTime={version.createdAt}>{moment(version.createdAt)}</time>
        </p>
        {failureReason ? <p className="text-danger text-xs">{failures(failureReason)}</p> : null}
        {isCurrent || state === "PENDING" ? null : (
          <div className="mt-1 -ml-2 flex">
            {state === "READY" ? (
              <>
                <IconButton label={t("compareNumber", { number })} onClick={onCompare}>
                  <Columns2 aria-hidden />
                </IconButton>
                {mayChange ? (
                  <IconButton label={t("restoreNumber", { number })} onClick={onRestore}>
                    <RotateCcw aria-hidden />
                  </IconButton>
                ) : null}
              </>
            ) : null}
            {mayChange ? (
              <IconButton label={t("delete", { number })} onClick={onDelete}>
                <Trash2 aria-hidden className="text-danger" />
              </IconButton>
            ) : null}
          </div>
        )}
      </div>
    </li>
  );
}
