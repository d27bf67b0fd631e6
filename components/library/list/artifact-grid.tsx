"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { cn } from "@/components/ui/cn";
import { ArtifactCard } from "./artifact-card";
import type { ListProps } from "./list-item";
import { useColumns } from "./use-columns";
import { useFocusItem } from "./use-focus-item";
import { useListKeys } from "./use-list-keys";
import { usePercentOf } from "./use-percent-of";
import { useRefocus } from "./use-refocus";
import { useWindowRows } from "./use-window-rows";

/** A window is full of them. */
const firstRows = (columns: number) => (columns > 3 ? 4 : 3);

// The style says the same as the numbers, so that what the server draws stays where it is.
const shapes = {
  comfortable: {
    ...{ phone: 2, minWidth: 216, gap: 16, height: 268 },
    style: "grid-cols-2 gap-4 pb-4 sm:grid-cols-[repeat(auto-fill,minmax(216px,1fr))]",
  },
  compact: {
    ...{ phone: 3, minWidth: 150, gap: 12, height: 162 },
    style: "grid-cols-3 gap-3 pb-3 sm:grid-cols-[repeat(auto-fill,minmax(150px,1fr))]",
  },
};

export function ArtifactGrid(props: ListProps) {
  const { artifacts, hasMore, compact, selection, actions, refocus, columnsGuess, onColumns } =
    props;
  const t = useTranslations("library");
  const percentOf = usePercentOf();
  const shape = shapes[compact ? "compact" : "comfortable"];
  const list = useRef<HTMLDivElement>(null);
  const columns = useColumns(list, shape, columnsGuess, onColumns);
  const count = Math.ceil(artifacts.length / columns);
  const rows = useWindowRows(list, {
    count,
    columns,
    estimate: shape.height,
    first: firstRows(columns),
  });
  const focusAt = useFocusItem(list, rows.showRow, columns);
  useRefocus(refocus, artifacts.length, focusAt);
  const onKeyDown = useListKeys({
    ...{ count: artifacts.length, columns, selection, focusAt },
    idAt: (index) => artifacts[index]?.id,
    onDelete: selection && actions.discard,
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: see the items
    <div ref={list} role="list" aria-label={t("list")} style={rows.style} onKeyDown={onKeyDown}>
      {numbersIn(rows.range).map((row) => (
        <div
          key={row}
          ref={rows.rowRef}
          role="presentation"
          data-row={row}
          className={cn("grid", shape.style)}
        >
          {artifacts.slice(row * columns, (row + 1) * columns).map((artifact, place) => (
            <ArtifactCard
              key={artifact.id}
              artifact={artifact}
              index={row * columns + place}
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

function numbersIn([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
