"use client";

import {
  Download,
  EllipsisVertical,
  FolderMinus,
  FolderPlus,
  ListChecks,
  LoaderCircle,
  Star,
  StarOff,
  Store,
  Tag,
  Trash2,
  X,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { Artifact } from "@/lib/artifacts/schema";
import { useBulkActions } from "./bulk/use-bulk-actions";
import type { ArtifactActions } from "./library-actions";
import { useMay } from "./use-may";
import type { SelectionActions } from "./use-selection";

interface SelectionBarProps {
  selected: readonly Artifact[];
  allSelected: boolean;
  /** More of the list is being read. */
  busy: boolean;
  selection: SelectionActions;
  actions: ArtifactActions;
  /** The collection that the list shows. */
  collectionId: string | undefined;
  onDelete: () => void;
}

/** In the place of the search, so that nothing moves when the first one is selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, allSelected, busy, selection, actions, collectionId, onDelete } = props;
  const t = useTranslations("library.selection");
  const bulk = useTranslations("bulk");
  const may = useMay();
  const { star, download, takeOut } = useBulkActions(selected, collectionId);
  const allStarred = selected.every(({ isFavorite }) => isFavorite);
  return (
    <div className="sticky top-[calc(env(safe-area-inset-top)+4rem)] z-20 h-0">
      <div
        role="toolbar"
        aria-label={t("toolbar")}
        className="absolute inset-x-0 -top-1 flex animate-fade-in items-center gap-1 rounded-2xl border border-accent bg-surface p-1 shadow-md"
      >
        <IconButton label={t("clear")} onClick={selection.clear}>
          <X aria-hidden />
        </IconButton>
        <p
          role="status"
          className="min-w-0 flex-1 truncate font-medium text-ink text-sm tabular-nums"
        >
          {t("count", { count: selected.length })}
        </p>
        <IconButton
          label={t("all")}
          aria-busy={busy}
          disabled={allSelected}
          onClick={() => selection.all()}
        >
          {busy ? (
            <LoaderCircle aria-hidden className="animate-spin" />
          ) : (
            <ListChecks aria-hidden />
          )}
        </IconButton>
        <IconButton label={bulk("tags")} onClick={() => actions.tag(selected)}>
          <Tag aria-hidden />
        </IconButton>
        <IconButton
          label={bulk("collection")}
          className="max-sm:hidden"
          onClick={() => actions.collect(selected)}
        >
          <FolderPlus aria-hidden />
        </IconButton>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon" aria-label={bulk("more")}>
              <EllipsisVertical aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem className="sm:hidden" onSelect={() => actions.collect(selected)}>
              <FolderPlus aria-hidden />
              {bulk("collection")}
            </DropdownMenuItem>
            {takeOut ? (
              <DropdownMenuItem onSelect={takeOut}>
                <FolderMinus aria-hidden />
                {bulk("takeOut")}
              </DropdownMenuItem>
            ) : null}
            <DropdownMenuItem onSelect={() => star(!allStarred)}>
              {allStarred ? <StarOff aria-hidden /> : <Star aria-hidden />}
              {bulk(allStarred ? "unstar" : "star")}
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={() => actions.place(selected)}>
              <Store aria-hidden />
              {bulk("site")}
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={download}>
              <Download aria-hidden />
              {bulk("download")}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
        {may.delete ? (
          <Button variant="danger" onClick={onDelete} aria-label={t("delete")}>
            <Trash2 aria-hidden />
            <span className="max-sm:hidden">{t("delete")}</span>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
