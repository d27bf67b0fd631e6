"use client";

import { useTranslations } from "next-intl";
import { NativeSelect } from "@/components/ui/native-select";
import type { Locale } from "@/lib/i18n";
import { languageNames, languages, useLanguage } from "./use-language";

export function LanguageSelect() {
  const t = useTranslations("common");
  const { locale, setLocale } = useLanguage();
  return (
    <NativeSelect
      name="language"
      aria-label={t("language")}
      value={locale}
      onChange={({ target }) => setLocale(target.value as Locale)}
    >
      {languages.map((language) => (
        <option key={language} value={language} lang={language}>
          {languageNames[language]}
        </option>
      ))}
    </NativeSelect>
  );
}
