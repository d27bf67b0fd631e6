"use client";

import { EllipsisVertical, UserCog, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/shell/avatar";
import { Badge } from "@/components/ui/badge";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { Member } from "@/lib/clients/schema";
import { SiteNames } from "./site-names";

interface MemberRowProps {
  member: Member;
  isSelf: boolean;
  mayChange: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

export function MemberRow({ member, isSelf, mayChange, onEdit, onRemove }: MemberRowProps) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  return (
    <li className="flex items-center gap-3 px-4 py-3 sm:px-5">
      <Avatar name={member.name} />
      <div className="grid min-w-0 flex-1 gap-x-4 gap-y-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] lg:items-center">
        <div className="min-w-0">
          <p className="text-sm font-medium">
            {member.name}
            {isSelf ? <span className="font-normal text-muted"> ({t("you")})</span> : null}
          </p>
          <p className="text-sm text-muted">{member.email}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <Badge tone={member.role === "OWNER" ? "info" : "neutral"}>
            {common(`roles.${member.role}`)}
          </Badge>
          <SiteNames siteIds={member.siteIds} />
        </div>
      </div>
      {mayChange ? (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <IconButton label={t("actionsFor", { name: member.name })}>
              <EllipsisVertical aria-hidden />
            </IconButton>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem onSelect={onEdit}>
              <UserCog aria-hidden />
              {t("change")}
            </DropdownMenuItem>
            <DropdownMenuItem danger onSelect={onRemove}>
              <UserMinus aria-hidden />
              {common("remove")}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
    </li>
  );
}
