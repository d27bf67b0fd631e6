"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};

/** Where this page came from, which is where a screen finds us too. Unknown while on the server. */
export function useOrigin(): { origin: string; isLoopback: boolean } {
  const origin = useSyncExternalStore(
    neverChanges,
    () => location.origin,
    () => "",
  );
  const isLoopback = /^https?:\/\/(localhost|127\.|\[::1\])/.test(origin);
  return { origin, isLoopback };
}
