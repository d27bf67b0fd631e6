"use client";

import { useTranslations } from "next-intl";
import { Select, SelectItem } from "@/components/ui/select";
import { themeOf, themes } from "./theme";
import { useTheme } from "./use-theme";

export function ThemeSelect({ className }: { className?: string }) {
  const t = useTranslations("common");
  const [theme, setTheme] = useTheme();
  return (
    <Select
      value={theme}
      onValueChange={(next) => setTheme(themeOf(next))}
      aria-label={t("theme")}
      {...(className ? { className } : {})}
    >
      {themes.map((name) => (
        <SelectItem key={name} value={name}>
          {t(`themes.${name}`)}
        </SelectItem>
      ))}
    </Select>
  );
}
