"use client";

import { useSyncExternalStore } from "react";
import { isApple } from "./is-apple";

/** The server does not know the keyboard: it draws the names of most. */
export function useIsApple(): boolean {
  return useSyncExternalStore(neverChanges, isApple, () => false);
}

const neverChanges = () => () => {};
