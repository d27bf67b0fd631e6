"use client";

import { LogOut, MonitorDown, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useInstall } from "@/components/pwa/use-install";
import { DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { PreferenceItems } from "./preference-items";
import { usePerson } from "./session";

export function UserMenuItems({ onSignOut }: { onSignOut: () => void }) {
  const t = useTranslations("common");
  const pwa = useTranslations("pwa");
  const install = useInstall();
  const { name, email } = usePerson();
  const router = useRouter();
  return (
    <>
      <div className="px-2.5 py-2">
        <p className="text-sm font-medium">{name}</p>
        <p className="text-xs break-all text-muted">{email}</p>
      </div>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => router.push("/account")}>
        <UserRound aria-hidden />
        {t("account")}
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <PreferenceItems />
      {install ? (
        <>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={install}>
            <MonitorDown aria-hidden />
            {pwa("install")}
          </DropdownMenuItem>
        </>
      ) : null}
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={onSignOut}>
        <LogOut aria-hidden />
        {t("signOut")}
      </DropdownMenuItem>
    </>
  );
}
