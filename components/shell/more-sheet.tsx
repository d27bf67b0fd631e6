"use client";

import { Building2, LogOut, Menu, Settings, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { LanguageSelect } from "./language-select";
import { sectionPath } from "./sections";
import { useClient, usePerson } from "./session";
import { ThemeSelect } from "./theme-select";
import { useSignOut } from "./use-sign-out";

const rowStyle =
  "flex min-h-12 w-full items-center gap-3 rounded-lg px-3 text-left text-base hover:bg-raised [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-muted";

/** What the phone's bar has no room for. */
export function MoreSheet() {
  const t = useTranslations("common");
  const { client, can } = useClient();
  const { name, email, isAdmin } = usePerson();
  const { mutate: signOut, isPending } = useSignOut();
  const [open, setOpen] = useState(false);

  const row = (href: string, icon: ReactNode, text: string) => (
    <Link href={href} className={rowStyle} onClick={() => setOpen(false)}>
      {icon}
      {text}
    </Link>
  );
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger className="flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-lg px-1 text-xs font-medium text-muted">
        <Menu aria-hidden className="size-6" />
        {t("more")}
      </DialogTrigger>
      <DialogContent title={name} description={email}>
        <nav aria-label={t("more")} className="-mx-3 flex flex-col">
          {can("screens:write")
            ? row(
                sectionPath(client.id, "settings"),
                <Settings aria-hidden />,
                t("sections.settings"),
              )
            : null}
          {isAdmin ? row("/clients", <Building2 aria-hidden />, t("clients")) : null}
          {row("/account", <UserRound aria-hidden />, t("account"))}
        </nav>
        <div className="mt-3 grid grid-cols-2 gap-3 border-t pt-5">
          <LanguageSelect />
          <ThemeSelect />
        </div>
        <button
          type="button"
          className={`${rowStyle} -mx-3 mt-3`}
          disabled={isPending}
          onClick={() => signOut()}
        >
          <LogOut aria-hidden />
          {t("signOut")}
        </button>
      </DialogContent>
    </Dialog>
  );
}
