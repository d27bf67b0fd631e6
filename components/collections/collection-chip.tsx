"use client";

import { type DragEvent, type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { draggedIds, isDraggedIds } from "./dragged-ids";

interface CollectionChipProps {
  icon: ReactNode;
  label: string;
  count?: number;
  current: boolean;
  onClick: () => void;
  /** Takes files that are dropped on it. */
  onDropIds?: ((ids: string[]) => void) | undefined;
}

/** One collection in the strip: chosen by a click, filled by dropping files on it. */
export function CollectionChip(props: CollectionChipProps) {
  const { icon, label, count, current, onClick, onDropIds } = props;
  const [over, setOver] = useState(false);
  const drop = onDropIds && {
    onDragOver: (event: DragEvent) => {
      if (!isDraggedIds(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const ids = draggedIds(event.dataTransfer);
      if (ids.length > 0) onDropIds(ids);
    },
  };
  return (
    <button
      type="button"
      aria-current={current ? "true" : undefined}
      title={label}
      onClick={onClick}
      className={cn(
        "inline-flex min-h-10 max-w-56 shrink-0 items-center gap-2 rounded-xl border py-1 pr-3 pl-1.5 text-sm transition-colors pointer-coarse:min-h-11",
        current
          ? "border-accent bg-accent-soft text-accent"
          : "bg-surface text-ink hover:bg-raised",
        over ? "border-accent ring-2 ring-accent" : "",
      )}
      {...drop}
    >
      {icon}
      <span className="truncate">{label}</span>
      {count === undefined ? null : (
        <span className={cn("text-xs tabular-nums", current ? "" : "text-muted")}>{count}</span>
      )}
    </button>
  );
}
