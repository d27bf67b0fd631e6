"use client";

import { useFormatter, useTranslations } from "next-intl";

const most = 3;

/** A few names and how many more, as a sentence lists them. */
export function useNames(): (names: readonly string[]) => string {
  const t = useTranslations("library.deleteUsed");
  const format = useFormatter();
  return (names) => {
    const rest = names.length - most;
    const shown = names.slice(0, rest === 1 ? most + 1 : most);
    return format.list(rest > 1 ? [...shown, t("more", { count: rest })] : shown);
  };
}
