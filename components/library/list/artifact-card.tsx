"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { ArtifactMenu } from "@/components/library/artifact-menu";
import { ArtifactPoster } from "@/components/library/artifact-poster";
import { ArtifactStatusBadge } from "@/components/library/artifact-status";
import { StarButton } from "@/components/library/star-button";
import { useFormats } from "@/components/library/use-formats";
import { TagChips } from "@/components/tags/tag-chips";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { ListItemProps } from "./list-item";
import { useDrag } from "./use-drag";
import { useLongPress } from "./use-long-press";
import { useOpen } from "./use-open";

/** What a phone shows before it is scrolled. */
const eagerPosters = 4;

export const ArtifactCard = memo(function ArtifactCard(props: ListItemProps) {
  const { artifact, index, setSize, compact, selected, selecting, percent, actions } = props;
  const t = useTranslations("library");
  const failures = useTranslations("failures");
  const formats = useFormats();
  const { id, name, status, durationMs, width, height, sizeBytes, failureReason } = artifact;
  const open = useOpen(props);
  const drag = useDrag(artifact, actions);
  const press = useLongPress(() => selected !== undefined && actions.pick(id, false));
  const facts = [
    // Of a link nobody knows before its bytes come.
    sizeBytes > 0 || status !== "UPLOADING" ? formats.size(sizeBytes) : undefined,
    width && height ? formats.resolution(width, height) : undefined,
  ].filter(Boolean);

  return (
    // biome-ignore lint/a11y/useSemanticElements: between a list and its items stand rows that come and go
    <div
      role="listitem"
      aria-posinset={index + 1}
      aria-setsize={setSize}
      className={cn(
        "group relative flex min-w-0 flex-col overflow-hidden rounded-2xl border bg-surface transition-shadow hover:shadow-md",
        selected ? "border-accent ring-1 ring-accent" : "",
      )}
      {...press}
      {...drag}
    >
      <div className="relative aspect-video overflow-hidden bg-raised">
        <button
          type="button"
          data-item={index}
          aria-label={t("preview.open", { name })}
          className="absolute inset-0 touch-manipulation -outline-offset-2 [-webkit-touch-callout:none]"
          onClick={open}
        >
          <ArtifactPoster artifact={artifact} eager={index < eagerPosters} />
        </button>
        {durationMs === null ? null : (
          <span className="pointer-events-none absolute right-2 bottom-2 rounded-md bg-black/75 px-1.5 py-0.5 font-medium text-white text-xs tabular-nums">
            {formats.length(durationMs)}
          </span>
        )}
      </div>
      {selected === undefined ? null : (
        <Checkbox
          aria-label={t("selection.select", { name })}
          checked={selected}
          onClick={({ shiftKey }) => actions.pick(id, shiftKey)}
          className={cn(
            "absolute! top-2.5 left-2.5 size-6! rounded-md shadow-sm transition-opacity group-hover:opacity-100 has-focus-visible:opacity-100 pointer-coarse:opacity-100",
            selecting ? "" : "opacity-0",
          )}
        />
      )}
      <StarButton artifact={artifact} onStar={actions.star} className="absolute top-2 right-2" />
      <div className={cn("flex flex-1 flex-col gap-1 pr-2 pl-3", compact ? "py-1.5" : "py-2.5")}>
        <div className="flex items-start gap-1">
          <h2 className="min-w-0 flex-1 py-1 font-medium text-ink text-sm">
            {/* The poster is the stop of the keyboard; the name takes clicks as well. */}
            <button
              type="button"
              tabIndex={-1}
              title={name}
              className={cn(
                "w-full break-words text-left",
                compact ? "line-clamp-1" : "line-clamp-2",
              )}
              onClick={open}
            >
              {name}
            </button>
          </h2>
          <ArtifactMenu artifact={artifact} actions={actions} />
        </div>
        {compact ? null : <p className="text-muted text-xs tabular-nums">{facts.join(" · ")}</p>}
        {compact ? null : <TagChips tags={artifact.tags} max={2} className="pt-0.5" />}
        {failureReason ? (
          <p className="pr-1 text-danger text-xs">{failures(failureReason)}</p>
        ) : null}
        {compact && artifact.status === "AVAILABLE" ? null : (
          <div className="mt-auto flex flex-wrap items-center gap-x-2 gap-y-1 pt-1 text-muted text-xs">
            <ArtifactStatusBadge
              artifact={artifact}
              {...(percent === undefined ? {} : { percent })}
            />
            {artifact.status === "UPLOADING" ? null : (
              <time dateTime={artifact.createdAt}>{formats.date(artifact.createdAt)}</time>
            )}
          </div>
        )}
      </div>
    </div>
  );
});
