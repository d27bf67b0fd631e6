"use client";

import { useEffect, useState } from "react";
import { extendTo, nothingSelected, selectedOf, toggle } from "./selection";

export interface SelectionActions {
  selected: string[];
  has: (id: string) => boolean;
  pick: (id: string, range: boolean) => void;
  /** Those, or what is shown. */
  all: (ids?: readonly string[]) => void;
  clear: () => void;
}

/** Escape clears it, unless something in front of the page takes the key. */
export function useSelection(shown: readonly string[]): SelectionActions {
  const [selection, setSelection] = useState(nothingSelected);
  const selected = selectedOf(selection, shown);
  const any = selected.length > 0;

  useEffect(() => {
    if (!any) return;
    const clear = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (!document.querySelector("[role=dialog], [role=menu]")) setSelection(nothingSelected);
    };
    window.addEventListener("keydown", clear);
    return () => window.removeEventListener("keydown", clear);
  }, [any]);

  return {
    selected,
    has: (id) => selection.ids.has(id),
    pick: (id, range) =>
      setSelection((now) => (range ? extendTo(now, id, shown) : toggle(now, id))),
    all: (ids = shown) => setSelection({ ids: new Set(ids), anchor: undefined }),
    clear: () => setSelection(nothingSelected),
  };
}
