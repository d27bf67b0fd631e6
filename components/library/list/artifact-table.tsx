"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { cn } from "@/components/ui/cn";
import { ArtifactTableRow } from "./artifact-table-row";
import type { ListProps } from "./list-item";
import { SortHeader } from "./sort-header";
import { columnStyles, rowStyle } from "./table-style";
import { useFocusItem } from "./use-focus-item";
import { useListKeys } from "./use-list-keys";
import { usePercentOf } from "./use-percent-of";
import { useRefocus } from "./use-refocus";
import { useWindowRows } from "./use-window-rows";

/** A desk's window is full of them. */
const firstRows = 14;

export function ArtifactTable(props: ListProps) {
  const { artifacts, hasMore, compact, selection, actions, sort, onSort, refocus } = props;
  const t = useTranslations("library");
  const percentOf = usePercentOf();
  const list = useRef<HTMLDivElement>(null);
  const { range, style, rowRef, showRow } = useWindowRows(list, {
    ...{ count: artifacts.length, columns: 1, first: firstRows },
    estimate: compact ? 45 : 65,
  });
  const focusAt = useFocusItem(list, showRow, 1);
  useRefocus(refocus, artifacts.length, focusAt);
  const onKeyDown = useListKeys({
    ...{ count: artifacts.length, columns: 1, selection, focusAt },
    idAt: (index) => artifacts[index]?.id,
    onDelete: selection && actions.discard,
  });
  const header = { sort, onSort };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows come and go, which a table's layout does not bear
    <div
      role="table"
      aria-label={t("list")}
      aria-rowcount={hasMore ? -1 : artifacts.length + 1}
      className="overflow-clip rounded-2xl border bg-surface"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div
          role="row"
          tabIndex={-1}
          className={cn(rowStyle, "min-h-10 border-b text-muted text-xs")}
        >
          <SortHeader
            {...header}
            order="name"
            label={t("columns.name")}
            className={columnStyles.name}
          />
          <SortHeader label={t("columns.status")} className={columnStyles.status} />
          <SortHeader
            {...header}
            order="longest"
            label={t("details.length")}
            className={columnStyles.length}
          />
          <SortHeader label={t("details.resolution")} className={columnStyles.resolution} />
          <SortHeader
            {...header}
            order="largest"
            label={t("details.size")}
            className={columnStyles.size}
          />
          <SortHeader label={t("details.uploader")} className={columnStyles.uploader} />
          <SortHeader
            {...header}
            order="newest"
            reverse="oldest"
            label={t("details.date")}
            className={columnStyles.date}
          />
          <SortHeader label={t("columns.actions")} className={columnStyles.menu} hidden />
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div ref={list} role="rowgroup" style={style} onKeyDown={onKeyDown}>
        {artifacts.slice(...range).map((artifact, place) => (
          <ArtifactTableRow
            key={artifact.id}
            rowRef={rowRef}
            artifact={artifact}
            index={range[0] + place}
            setSize={hasMore ? -1 : artifacts.length}
            compact={compact}
            selected={selection?.has(artifact.id)}
            selecting={selection !== undefined && selection.selected.length > 0}
            percent={percentOf(artifact)}
            actions={actions}
          />
        ))}
      </div>
    </div>
  );
}
