"use client";

import { useTranslations } from "next-intl";
import { NativeSelect } from "@/components/ui/native-select";
import { themeOf, themes } from "./theme";
import { useTheme } from "./use-theme";

export function ThemeSelect() {
  const t = useTranslations("common");
  const [theme, setTheme] = useTheme();
  return (
    <NativeSelect
      name="theme"
      aria-label={t("theme")}
      value={theme}
      onChange={({ target }) => setTheme(themeOf(target.value))}
    >
      {themes.map((name) => (
        <option key={name} value={name}>
          {t(`themes.${name}`)}
        </option>
      ))}
    </NativeSelect>
  );
}
