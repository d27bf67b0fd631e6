"use client";

import { useSearchParams } from "next/navigation";

const parameter = "preview";

/** Which file is open stands in the address: a link shows it, and "back" closes it. */
export function usePreview() {
  const search = useSearchParams();

  function addressOf(id: string | null): string {
    const next = new URLSearchParams(search);
    if (id === null) next.delete(parameter);
    else next.set(parameter, id);
    return next.size > 0 ? `?${next}` : window.location.pathname;
  }

  return {
    id: search.get(parameter),
    open: (id: string) => window.history.pushState(null, "", addressOf(id)),
    // Neighbours replace each other, or "back" would walk through all of them. Next adds its own
    // state; given it back, it takes the call for one of its own and does not look.
    show: (id: string) => window.history.replaceState(null, "", addressOf(id)),
    close: () => window.history.replaceState(null, "", addressOf(null)),
  };
}
