"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { lateComponent } from "@/components/ui/late-component";
import { Avatar } from "./avatar";
import { usePerson } from "./session";
import { useSignOut } from "./use-sign-out";

const UserMenuItems = lateComponent(() => import("./user-menu-items").then((m) => m.UserMenuItems));

export function UserMenu() {
  const t = useTranslations("common");
  const { name } = usePerson();
  const { mutate: signOut, isPending } = useSignOut();
  return (
    <DropdownMenu needs={UserMenuItems.load}>
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
        <UserMenuItems onSignOut={() => signOut()} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
