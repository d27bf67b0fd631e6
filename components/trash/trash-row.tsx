"use client";

import { ArchiveRestore, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ArtifactPoster } from "@/components/library/artifact-poster";
import { useFormats } from "@/components/library/use-formats";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import type { Artifact } from "@/lib/artifacts/schema";
import { daysLeft } from "./days-left";

interface TrashRowProps {
  artifact: Artifact;
  /** How long the trash keeps it. */
  trashDays: number;
  /** undefined: this person cannot change anything here. */
  selected: boolean | undefined;
  onPick: (range: boolean) => void;
  onRestore: () => void;
  onPurge: () => void;
}

export function TrashRow({
  artifact,
  trashDays,
  selected,
  onPick,
  onRestore,
  onPurge,
}: TrashRowProps) {
  const t = useTranslations("trash");
  const library = useTranslations("library.selection");
  const { size, date } = useFormats();
  const { name, trashedAt, sizeBytes, createdBy } = artifact;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
      {selected === undefined ? null : (
        <Checkbox
          aria-label={library("select", { name })}
          checked={selected}
          onClick={({ shiftKey }) => onPick(shiftKey)}
        />
      )}
      <span className="relative h-12 w-14 shrink-0 overflow-hidden rounded-md bg-raised sm:w-20">
        <ArtifactPoster artifact={artifact} />
      </span>
      <div className="min-w-40 flex-1">
        <p className="line-clamp-2 break-words font-medium text-sm" title={name}>
          {name}
        </p>
        <p className="text-muted text-xs">
          {[
            trashedAt ? t("deletedOn", { date: date(trashedAt) }) : "",
            trashedAt ? t("goneIn", { days: daysLeft(trashedAt, trashDays, Date.now()) }) : "",
            size(sizeBytes),
            createdBy?.name,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {selected === undefined ? null : (
        <div className="ml-auto flex items-center gap-1">
          <Button
            variant="outline"
            size="sm"
            aria-label={t("restoreOne", { name })}
            onClick={onRestore}
          >
            <ArchiveRestore aria-hidden />
            {t("restore")}
          </Button>
          <IconButton label={t("purgeOne", { name })} onClick={onPurge}>
            <Trash2 aria-hidden className="text-danger" />
          </IconButton>
        </div>
      )}
    </li>
  );
}
