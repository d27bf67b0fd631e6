"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";

/** What was asked for and what Next, in a transition, has not drawn yet. */
let ahead: string | undefined;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function goAhead(search: string | undefined): void {
  ahead = search;
  for (const listener of listeners) listener();
}

/** Longer than any transition: what Next has dropped by then is not waited for. */
const patienceMs = 2_000;

/**
 * The query part of the address as state: drawn at once, although Next follows later. Without that
 * a second key or click counts from what the first one has already left behind.
 */
export function useAddress() {
  const settled = useSearchParams().toString();
  const asked = useSyncExternalStore(
    subscribe,
    () => ahead,
    () => undefined,
  );

  useEffect(() => {
    if (asked === undefined) return;
    if (asked === settled) return goAhead(undefined);
    const timer = setTimeout(() => goAhead(undefined), patienceMs);
    return () => clearTimeout(timer);
  }, [asked, settled]);

  useEffect(() => {
    const forget = () => goAhead(undefined);
    window.addEventListener("popstate", forget);
    return () => {
      window.removeEventListener("popstate", forget);
      ahead = undefined;
    };
  }, []);

  return { search: asked ?? settled, change: changeAddress };
}

/** `push`: "back" returns to what was; `replace`: it does not. */
export function changeAddress(
  edit: (search: URLSearchParams) => void,
  how: "push" | "replace" = "replace",
): void {
  const search = new URLSearchParams(ahead ?? window.location.search);
  edit(search);
  const text = search.toString();
  goAhead(text);
  const url = text ? `?${text}` : window.location.pathname;
  // Next adds its own state; given it back, it takes the call for one of its own and does not look.
  if (how === "push") window.history.pushState(null, "", url);
  else window.history.replaceState(null, "", url);
}
