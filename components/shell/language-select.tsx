"use client";

import { useTranslations } from "next-intl";
import { Select, SelectItem } from "@/components/ui/select";
import type { Locale } from "@/lib/i18n";
import { languageNames, languages, useLanguage } from "./use-language";

export function LanguageSelect({ className }: { className?: string }) {
  const t = useTranslations("common");
  const { locale, setLocale } = useLanguage();
  return (
    <Select
      value={locale}
      onValueChange={(next) => setLocale(next as Locale)}
      aria-label={t("language")}
      {...(className ? { className } : {})}
    >
      {languages.map((language) => (
        <SelectItem key={language} value={language} lang={language}>
          {languageNames[language]}
        </SelectItem>
      ))}
    </Select>
  );
}
