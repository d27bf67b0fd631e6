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
 * found, Delete throws away. Space is an item's other buttons' own.
 */
export function useListKeys(keys: ListKeys) {
  const { count, columns, idAt, focusAt, selection, onDelete } = keys;
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target, key, shiftKey } = event;
    if (!(target instanceof HTMLElement) || event.altKey || event.defaultPrevented) return;
    const opener = target.closest("[role=listitem], [role=row]")?.querySelector("[data-item]");
    const item = opener instanceof HTMLElement ? opener.dataset.item : undefined;
    if (item === undefined) return;
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
    } else if (key === " " && target === opener && selection && id) {
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
