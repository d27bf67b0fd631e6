"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};

/**
 * Where this page came from, which is where a screen finds us too; while on the server, where that
 * believes to be.
 */
export function useOrigin(believed = ""): { origin: string; isLoopback: boolean } {
  const origin = useSyncExternalStore(
    neverChanges,
    () => location.origin,
    () => believed,
  );
  const isLoopback = /^https?:\/\/(localhost|127\.|\[::1\])/.test(origin);
  return { origin, isLoopback };
}
