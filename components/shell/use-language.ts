"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useTransition } from "react";
import type { Locale } from "@/lib/i18n";
import { setCookie } from "./set-cookie";

/** Each language by its own name, so that who cannot read the current one finds the way back. */
export const languageNames: Record<Locale, string> = { en: "English", "zh-CN": "简体中文" };

export const languages = Object.keys(languageNames) as Locale[];

/** Changes the texts in place: the server renders anew and React keeps what people typed. */
export function useLanguage() {
  const router = useRouter();
  const locale = useLocale();
  const [changing, startTransition] = useTransition();
  function setLocale(next: Locale) {
    setCookie("locale", next);
    startTransition(() => router.refresh());
  }
  return { locale, setLocale, changing };
}
