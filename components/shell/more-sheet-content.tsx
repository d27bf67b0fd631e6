"use client";

import {
  Building2,
  HardDrive,
  LogOut,
  type LucideIcon,
  MonitorDown,
  UserRound,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useInstall } from "@/components/pwa/use-install";
import { DialogContent } from "@/components/ui/dialog";
import { LanguageSelect } from "./language-select";
import { sectionIcons, sectionPath, sectionsFor } from "./sections";
import { useClient, usePerson } from "./session";
import { sheetRowStyle } from "./sheet-row-style";
import { ThemeSelect } from "./theme-select";
import { useSignOut } from "./use-sign-out";

export function MoreSheetContent({ onClose }: { onClose: () => void }) {
  const t = useTranslations("common");
  const pwa = useTranslations("pwa");
  const install = useInstall();
  const { client, can } = useClient();
  const { name, email, isAdmin } = usePerson();
  const { mutate: signOut, isPending } = useSignOut();

  const row = (href: string, Icon: LucideIcon, text: string) => (
    <Link key={href} href={href} className={sheetRowStyle} onClick={onClose}>
      <Icon aria-hidden />
      {text}
    </Link>
  );
  return (
    <DialogContent title={name} description={email}>
      <nav aria-label={t("more")} className="-mx-3 flex flex-col">
        {sectionsFor(can)
          .filter((section) => section !== "library" && section !== "screens")
          .map((section) =>
            row(sectionPath(client.id, section), sectionIcons[section], t(`sections.${section}`)),
          )}
        {isAdmin ? row("/clients", Building2, t("clients")) : null}
        {isAdmin ? row("/stores", HardDrive, t("stores")) : null}
        {row("/account", UserRound, t("account"))}
        {install ? (
          <button
            type="button"
            className={sheetRowStyle}
            onClick={() => {
              onClose();
              install();
            }}
          >
            <MonitorDown aria-hidden />
            {pwa("install")}
          </button>
        ) : null}
      </nav>
      <div className="mt-3 grid grid-cols-2 gap-3 border-t pt-5">
        <LanguageSelect />
        <ThemeSelect />
      </div>
      <button
        type="button"
        className={`${sheetRowStyle} -mx-3 mt-3`}
        disabled={isPending}
        onClick={() => signOut()}
      >
        <LogOut aria-hidden />
        {t("signOut")}
      </button>
    </DialogContent>
  );
}
