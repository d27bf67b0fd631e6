"use client";

import { useTranslations } from "next-intl";
import { memo, type ReactNode, type RefCallback } from "react";
import { ArtifactMenu } from "@/components/library/artifact-menu";
import { ArtifactPoster } from "@/components/library/artifact-poster";
import { ArtifactStatusBadge } from "@/components/library/artifact-status";
import { useFormats } from "@/components/library/use-formats";
import { TagChips } from "@/components/tags/tag-chips";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { ListItemProps } from "./list-item";
import { columnStyles, rowStyle } from "./table-style";
import { useDrag } from "./use-drag";
import { useLongPress } from "./use-long-press";
import { useOpen } from "./use-open";

interface TableRowProps extends ListItemProps {
  rowRef: RefCallback<HTMLElement>;
}

export const ArtifactTableRow = memo(function ArtifactTableRow(props: TableRowProps) {
  const { artifact, index, compact, selected, percent, actions } = props;
  const t = useTranslations("library");
  const failures = useTranslations("failures");
  const formats = useFormats();
  const { id, name, status, durationMs, width, height, sizeBytes, failureReason } = artifact;
  const open = useOpen(props);
  const drag = useDrag(artifact, actions);
  const press = useLongPress(() => selected !== undefined && actions.pick(id, false));
  const length = durationMs === null ? undefined : formats.length(durationMs);
  // Of a link nobody knows before its bytes come.
  const size = sizeBytes > 0 || status !== "UPLOADING" ? formats.size(sizeBytes) : undefined;
  const badge = (
    <ArtifactStatusBadge artifact={artifact} {...(percent === undefined ? {} : { percent })} />
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    <div
      ref={props.rowRef}
      data-row={index}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className={cn(
        rowStyle,
        "group border-b text-sm",
        compact ? "min-h-11 py-1" : "min-h-16 py-2",
        selected ? "bg-accent-soft" : "hover:bg-raised/60",
      )}
      {...press}
      {...drag}
    >
      <Cell className={cn(columnStyles.name, "flex items-center gap-3")}>
        {selected === undefined ? null : (
          <Checkbox
            aria-label={t("selection.select", { name })}
            checked={selected}
            onClick={({ shiftKey }) => actions.pick(id, shiftKey)}
          />
        )}
        <button
          type="button"
          data-item={index}
          aria-label={t("preview.open", { name })}
          className={cn(
            "relative shrink-0 touch-manipulation overflow-hidden rounded-md bg-raised",
            compact ? "h-8 w-14" : "h-12 w-20",
          )}
          onClick={open}
        >
          <ArtifactPoster artifact={artifact} />
        </button>
        <span className="min-w-0 flex-1">
          <button
            type="button"
            tabIndex={-1}
            title={name}
            className="block w-full truncate text-left font-medium text-ink"
            onClick={open}
          >
            {name}
          </button>
          {compact ? null : (
            <TagChips tags={artifact.tags} max={3} className="mt-0.5 max-sm:hidden" />
          )}
          {artifact.status === "UPLOADING" || artifact.status === "PROCESSING" ? (
            <span className="block md:hidden">{badge}</span>
          ) : null}
          {failureReason ? (
            <span className="block truncate text-danger text-xs">{failures(failureReason)}</span>
          ) : artifact.status === "AVAILABLE" ? (
            <span className="block truncate text-muted text-xs tabular-nums sm:hidden">
              {[length, size, formats.date(artifact.createdAt)].filter(Boolean).join(" · ")}
            </span>
          ) : null}
        </span>
      </Cell>
      <Cell className={columnStyles.status}>{badge}</Cell>
      <Cell className={cn(columnStyles.length, "tabular-nums")}>{length ?? "–"}</Cell>
      <Cell className={cn(columnStyles.resolution, "tabular-nums")}>
        {width && height ? formats.resolution(width, height) : "–"}
      </Cell>
      <Cell className={cn(columnStyles.size, "tabular-nums")}>{size}</Cell>
      <Cell className={cn(columnStyles.uploader, "truncate text-muted")}>
        {artifact.createdBy?.name ?? "–"}
      </Cell>
      <Cell className={cn(columnStyles.date, "text-muted")}>
        <time dateTime={artifact.createdAt}>{formats.date(artifact.createdAt)}</time>
      </Cell>
      <Cell className={columnStyles.menu}>
        <ArtifactMenu artifact={artifact} actions={actions} />
      </Cell>
    </div>
  );
});

function Cell({ className, children }: { className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    <div role="cell" className={className}>
      {children}
    </div>
  );
}
