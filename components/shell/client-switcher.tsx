"use client";

import { ChevronsUpDown, Store } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { sectionOf, sectionPath } from "./sections";
import { useClient, usePerson } from "./session";

/** Whose pages these are. A choice only for who has more than one client. */
export function ClientSwitcher() {
  const t = useTranslations("common");
  const { client } = useClient();
  const { clients, isAdmin } = usePerson();
  const router = useRouter();
  const section = sectionOf(usePathname());

  if (clients.length < 2 && !isAdmin) {
    return (
      <p className="flex min-w-0 items-center gap-2 px-2 text-sm font-medium">
        <Store aria-hidden className="size-4.5 shrink-0 text-muted" />
        <span className="line-clamp-2 text-left leading-tight">{client.name}</span>
      </p>
    );
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          className="min-w-0 shrink! justify-start! px-2!"
          aria-label={t("switchClient", { name: client.name })}
        >
          <Store aria-hidden className="text-muted" />
          <span className="line-clamp-2 text-left leading-tight">{client.name}</span>
          <ChevronsUpDown aria-hidden className="size-4 text-muted" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-w-xs!">
        <DropdownMenuLabel>{t("clients")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={client.id}
          onValueChange={(id) => router.push(sectionPath(id, section))}
        >
          {clients.map(({ id, name }) => (
            <DropdownMenuRadioItem key={id} value={id}>
              <span className="min-w-0">{name}</span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        {isAdmin ? (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => router.push("/clients")}>
              {t("manageClients")}
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={() => router.push("/stores")}>
              {t("stores")}
            </DropdownMenuItem>
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
