"use client";

import { useSyncExternalStore } from "react";
import { setCookie } from "./set-cookie";
import { type Theme, themeOf } from "./theme";

/** The theme that stands on <html>, and how to change it there and for the next visit. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    subscribe,
    () => themeOf(document.documentElement.dataset.theme),
    () => "system" as const,
  );
  return [theme, setTheme];
}

function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  setCookie("theme", theme);
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
