"use client";

import { useTranslations } from "next-intl";
import {
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import type { Locale } from "@/lib/i18n";
import { themeOf, themes } from "./theme";
import { languageNames, languages, useLanguage } from "./use-language";
import { useTheme } from "./use-theme";

/** Language and theme, inside a menu. */
export function PreferenceItems() {
  const t = useTranslations("common");
  const { locale, setLocale } = useLanguage();
  const [theme, setTheme] = useTheme();
  return (
    <>
      <DropdownMenuLabel>{t("language")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={locale} onValueChange={(next) => setLocale(next as Locale)}>
        {languages.map((language) => (
          <DropdownMenuRadioItem key={language} value={language} lang={language}>
            {languageNames[language]}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
      <DropdownMenuLabel>{t("theme")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={theme} onValueChange={(next) => setTheme(themeOf(next))}>
        {themes.map((name) => (
          <DropdownMenuRadioItem key={name} value={name}>
            {t(`themes.${name}`)}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
    </>
  );
}
