"use client";

import type { KeyboardEvent } from "react";
import type { SelectionActions } from "@/components/library/use-selection";
import { stepOf } from "./step-of";

interface ListKeys {
  count: number;
  columns: number;
  idAt: (index: number) => string | undefined;
  focusAt: (index: number) => void;
  selection: SelectionActions | undefined;
  onDelete: ((id: string) => void) | undefined;
}

/**
 * Keys of a list: arrows move, Shift and arrows extend, Space selects, Ctrl+A takes all that is
 * loaded, Delete throws away. Only on what opens an item: its other buttons keep their own keys.
 */
export function useListKeys(keys: ListKeys) {
  const { count, columns, idAt, focusAt, selection, onDelete } = keys;
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target, key, shiftKey } = event;
    const item = target instanceof HTMLElement ? target.dataset.item : undefined;
    if (item === undefined || event.altKey) return;
    const index = Number(item);
    const id = idAt(index);
    const to = event.ctrlKey || event.metaKey ? undefined : stepOf(key, index, count, columns);
    if (to !== undefined) {
      event.preventDefault();
      const next = idAt(to);
      if (shiftKey && selection && id && next) {
        if (selection.selected.length === 0) selection.pick(id, false);
        selection.pick(next, true);
      }
      focusAt(to);
    } else if (key === " " && selection && id) {
      event.preventDefault();
      selection.pick(id, shiftKey);
    } else if (key === "a" && (event.ctrlKey || event.metaKey) && selection) {
      event.preventDefault();
      selection.all();
    } else if (key === "Delete" && onDelete && selection && id) {
      event.preventDefault();
      onDelete(id);
    }
  };
}
