"use client";

import { type RefObject, useEffect } from "react";

const typing =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu]";

/** "/" goes to the field, as where people search elsewhere; not while they type. */
export function useSlashKey(field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (key !== "/" || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(typing)) return;
      if (document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, [field]);
}
