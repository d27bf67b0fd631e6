"use client";

import { LogOut, MonitorDown, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useInstall } from "@/components/pwa/use-install";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Avatar } from "./avatar";
import { PreferenceItems } from "./preference-items";
import { usePerson } from "./session";
import { useSignOut } from "./use-sign-out";

export function UserMenu() {
  const t = useTranslations("common");
  const pwa = useTranslations("pwa");
  const install = useInstall();
  const { name, email } = usePerson();
  const router = useRouter();
  const { mutate: signOut, isPending } = useSignOut();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="rounded-full!"
          aria-label={t("userMenu", { name })}
          busy={isPending}
        >
          {isPending ? null : <Avatar name={name} />}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
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
        <DropdownMenuItem onSelect={() => signOut()}>
          <LogOut aria-hidden />
          {t("signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
