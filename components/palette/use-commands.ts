"use client";

import {
  Building2,
  CloudUpload,
  HardDrive,
  Keyboard,
  Languages,
  LogOut,
  MonitorUp,
  Store,
  SunMoon,
  UserPlus,
  UserRound,
} from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { sectionIcons, sectionOf, sectionPath, sectionsFor } from "@/components/shell/sections";
import { useOptionalClient, usePerson } from "@/components/shell/session";
import { themes } from "@/components/shell/theme";
import { languageNames, languages, useLanguage } from "@/components/shell/use-language";
import { useSignOut } from "@/components/shell/use-sign-out";
import { useTheme } from "@/components/shell/use-theme";
import { keysOf } from "@/components/shortcuts/registry";
import type { Command } from "./command";
import { useCommandCenter } from "./command-center-context";

/** What can be done from anywhere: go to a page, act, look at another client. */
export function useCommands(): Command[] {
  const t = useTranslations("palette");
  const common = useTranslations("common");
  const router = useRouter();
  const section = sectionOf(usePathname());
  const { isAdmin, clients } = usePerson();
  const current = useOptionalClient();
  const { open, addFiles } = useCommandCenter();
  const { locale, setLocale } = useLanguage();
  const [theme, setTheme] = useTheme();
  const { mutate: signOut } = useSignOut();

  const page = (id: string, label: string, path: string, icon: Command["icon"]): Command => ({
    id: `page:${id}`,
    group: "pages",
    label,
    keywords: t.has(`keywords.${id}` as never) ? t(`keywords.${id}` as never) : undefined,
    icon,
    run: () => router.push(path),
  });
  const action = (
    id: "add" | "pair" | "invite" | "shortcuts" | "signOut",
    icon: Command["icon"],
    run: () => void,
    keys?: string,
  ): Command => ({
    id: `action:${id}`,
    group: "actions",
    label: t(`actions.${id}`),
    keywords: t(`keywords.${id}`),
    icon,
    keys,
    run,
  });

  const client = current?.client;
  const may = current?.can ?? (() => false);
  return [
    ...(client
      ? sectionsFor(may).map((name) =>
          page(name, common(`sections.${name}`), sectionPath(client.id, name), sectionIcons[name]),
        )
      : []),
    page("account", common("account"), "/account", UserRound),
    ...(isAdmin ? [page("clients", common("manageClients"), "/clients", Building2)] : []),
    ...(isAdmin ? [page("stores", common("stores"), "/stores", HardDrive)] : []),

    ...(addFiles && may("artifacts:write") ? [action("add", CloudUpload, addFiles)] : []),
    ...(may("screens:write") ? [action("pair", MonitorUp, () => open("pair"))] : []),
    ...(may("members:write") ? [action("invite", UserPlus, () => open("invite"))] : []),
    ...themes
      .filter((name) => name !== theme)
      .map((name) => ({
        id: `theme:${name}`,
        group: "actions" as const,
        label: t("actions.theme", { name: common(`themes.${name}`) }),
        keywords: t("keywords.theme"),
        icon: SunMoon,
        run: () => setTheme(name),
      })),
    ...languages
      .filter((name) => name !== locale)
      .map((name) => ({
        id: `language:${name}`,
        group: "actions" as const,
        label: t("actions.language", { name: languageNames[name] }),
        keywords: t("keywords.language"),
        icon: Languages,
        run: () => setLocale(name),
      })),
    action("shortcuts", Keyboard, () => open("help"), keysOf("everywhere.help")[0]),
    action("signOut", LogOut, () => signOut()),

    ...clients
      .filter(({ id }) => id !== client?.id)
      .map(({ id, name }) => ({
        id: `client:${id}`,
        group: "clients" as const,
        label: name,
        keywords: `${id} ${t("keywords.client")}`,
        icon: Store,
        run: () => router.push(sectionPath(id, section)),
      })),
  ];
}
