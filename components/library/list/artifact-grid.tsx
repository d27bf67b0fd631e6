"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { WindowVirtualizer } from "virtua";
import { cn } from "@/components/ui/cn";
import { ArtifactCard } from "./artifact-card";
import type { ListProps } from "./list-item";
import { useColumns } from "./use-columns";
import { useListKeys } from "./use-list-keys";
import { usePercentOf } from "./use-percent-of";
import { useRefocus } from "./use-refocus";
import { firstRows, useRows } from "./use-rows";

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
  const { rows, focusItem } = useRows(list);
  const focusAt = (index: number) => focusItem(index, Math.floor(index / columns));
  useRefocus(refocus, artifacts.length, focusAt);
  const onKeyDown = useListKeys({
    ...{ count: artifacts.length, columns, selection, focusAt },
    idAt: (index) => artifacts[index]?.id,
    onDelete: selection && actions.discard,
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: see the items
    <div ref={list} role="list" aria-label={t("list")} onKeyDown={onKeyDown}>
      <WindowVirtualizer
        ref={rows}
        data={Array.from({ length: Math.ceil(artifacts.length / columns) }, (_, row) => row)}
        itemSize={shape.height}
        bufferSize={shape.height * 2}
        ssrCount={firstRows.grid}
      >
        {(row) => (
          <div key={row} className={cn("grid", shape.style)}>
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
        )}
      </WindowVirtualizer>
    </div>
  );
}
