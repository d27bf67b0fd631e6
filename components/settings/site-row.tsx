"use client";

import { EllipsisVertical, Pencil, Store, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { Site } from "@/lib/clients/schema";

interface SiteRowProps {
  site: Site;
  mayChange: boolean;
  onEdit: () => void;
  onDelete: () => void;
}

export function SiteRow({ site, mayChange, onEdit, onDelete }: SiteRowProps) {
  const t = useTranslations("people.settings");
  return (
    <li className="flex min-h-12 items-center gap-3 px-2 py-1">
      <Store aria-hidden className="size-4.5 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 text-sm">{site.name}</span>
      {mayChange ? (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <IconButton label={t("actionsFor", { name: site.name })}>
              <EllipsisVertical aria-hidden />
            </IconButton>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem onSelect={onEdit}>
              <Pencil aria-hidden />
              {t("edit")}
            </DropdownMenuItem>
            <DropdownMenuItem danger onSelect={onDelete}>
              <Trash2 aria-hidden />
              {t("deleteSite")}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
    </li>
  );
}
