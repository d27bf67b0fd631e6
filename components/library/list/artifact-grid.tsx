"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { cn } from "@/components/ui/cn";
import { ArtifactCard } from "./artifact-card";
import type { ListProps } from "./list-item";
import { useColumns } from "./use-columns";
import { useListKeys } from "./use-list-keys";
import { usePercentOf } from "./use-percent-of";
import { useRefocus } from "./use-refocus";
import { useVirtualRows } from "./use-virtual-rows";

const shapes = {
  comfortable: { phone: 2, minWidth: 216, estimatedHeight: 252, gap: 16 },
  compact: { phone: 3, minWidth: 150, estimatedHeight: 150, gap: 12 },
};

export function ArtifactGrid(props: ListProps) {
  const { artifacts, hasMore, compact, selection, actions, refocus } = props;
  const t = useTranslations("library");
  const percentOf = usePercentOf();
  const shape = shapes[compact ? "compact" : "comfortable"];
  const list = useRef<HTMLDivElement>(null);
  const { columns, offset } = useColumns(list, shape);
  const count = Math.ceil(artifacts.length / columns);
  const { virtualizer, focusItem } = useVirtualRows(list, { count, offset, ...shape });
  useRefocus(refocus, artifacts.length, (index) => focusItem(index, Math.floor(index / columns)));
  const onKeyDown = useListKeys({
    count: artifacts.length,
    columns,
    idAt: (index) => artifacts[index]?.id,
    focusAt: (index) => focusItem(index, Math.floor(index / columns)),
    selection,
    onDelete: selection && actions.discard,
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: see the items
    <div
      ref={list}
      role="list"
      aria-label={t("list")}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {virtualizer.getVirtualItems().map((row) => (
        <div
          key={row.key}
          ref={virtualizer.measureElement}
          role="presentation"
          data-index={row.index}
          className={cn("absolute inset-x-0 top-0 grid", compact ? "gap-x-3" : "gap-x-4")}
          style={{
            transform: `translateY(${row.start - virtualizer.options.scrollMargin}px)`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
        >
          {artifacts
            .slice(row.index * columns, (row.index + 1) * columns)
            .map((artifact, place) => (
              <ArtifactCard
                key={artifact.id}
                artifact={artifact}
                index={row.index * columns + place}
                setSize={hasMore ? -1 : artifacts.length}
                compact={compact}
                selected={selection?.has(artifact.id)}
                selecting={selection !== undefined && selection.selected.length > 0}
                percent={percentOf(artifact)}
                actions={actions}
              />
            ))}
        </div>
      ))}
    </div>
  );
}
