"use client";

import { useRef } from "react";

const fields = "input:not([type=hidden], [tabindex='-1'], :disabled), textarea:not(:disabled)";

/**
 * Puts the focus into a dialog's first field, where there is one, and gives it back to what opened
 * the dialog. Radix alone chooses the button that closes, and gives back only to its own Trigger.
 */
export function useReturnFocus(toField = true) {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      opener.current = document.activeElement;
      const panel = event.currentTarget as HTMLElement;
      const field = toField ? panel.querySelector<HTMLElement>(fields) : null;
      if (!field) return;
      event.preventDefault();
      field.focus();
    },
    onCloseAutoFocus: (event: Event) => {
      const { current } = opener;
      if (!(current instanceof HTMLElement) || !current.isConnected) return;
      event.preventDefault();
      current.focus();
    },
  };
}
