"use client";

import { Bookmark, EllipsisVertical, Lock, Pencil, RefreshCw, Trash2, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePerson } from "@/components/shell/session";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { SavedView, UpdateSavedView } from "@/lib/saved-views/schema";
import { useMayView } from "./use-may-view";
import { useViewChanges } from "./use-view-changes";
import { ViewLink } from "./view-link";

interface ViewRowProps {
  view: SavedView;
  isCurrent: boolean;
  /** What is shown now and could be kept in its place. */
  replacement: string | undefined;
  onShow: () => void;
  onRename: () => void;
  onClose: () => void;
}

export function ViewRow({ view, isCurrent, replacement, onShow, onRename, onClose }: ViewRowProps) {
  const t = useTranslations("views");
  const { userId } = usePerson();
  const may = useMayView();
  const { update, remove } = useViewChanges();
  const isOwn = view.owner.id === userId;
  const change = (to: UpdateSavedView) => update.mutate({ view, change: to });

  return (
    <li className="flex items-center">
      <ViewLink
        icon={view.isShared ? <Users /> : <Bookmark />}
        isCurrent={isCurrent}
        onShow={onShow}
      >
        {view.name}
        {view.isShared ? (
          <span className="block text-muted text-xs">
            {isOwn ? t("sharedByYou") : t("sharedBy", { name: view.owner.name })}
          </span>
        ) : null}
      </ViewLink>
      {may.remove(view) ? (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <IconButton label={t("actionsFor", { name: view.name })}>
              <EllipsisVertical aria-hidden />
            </IconButton>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            {may.change(view) ? (
              <>
                <DropdownMenuItem onSelect={onRename}>
                  <Pencil aria-hidden />
                  {t("rename")}
                </DropdownMenuItem>
                {replacement ? (
                  <DropdownMenuItem onSelect={() => change({ query: replacement })}>
                    <RefreshCw aria-hidden />
                    {t("replace")}
                  </DropdownMenuItem>
                ) : null}
                {isOwn && may.share ? (
                  <DropdownMenuItem onSelect={() => change({ isShared: !view.isShared })}>
                    {view.isShared ? <Lock aria-hidden /> : <Users aria-hidden />}
                    {view.isShared ? t("unshare") : t("share")}
                  </DropdownMenuItem>
                ) : null}
              </>
            ) : null}
            <DropdownMenuItem
              danger
              onSelect={() => {
                onClose();
                remove.mutate(view);
              }}
            >
              <Trash2 aria-hidden />
              {t("delete")}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
    </li>
  );
}
