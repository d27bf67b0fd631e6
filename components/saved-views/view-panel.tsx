"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { BookmarkPlus, Library } from "lucide-react";
import { useTranslations } from "next-intl";
import { changeAddress } from "@/components/address/use-address";
import { useErrorText } from "@/components/errors/use-error-text";
import { isFiltered, type LibraryView } from "@/components/library/find/library-view";
import { usePerson } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { SavedView } from "@/lib/saved-views/schema";
import { shownQuery } from "./kept-query";
import { ViewGroup } from "./view-group";
import { ViewLink } from "./view-link";
import { ViewRow } from "./view-row";

interface ViewPanelProps {
  views: UseQueryResult<SavedView[]>;
  shown: LibraryView;
  /** The same as it would be saved. */
  query: string;
  /** The view that is shown. */
  current: SavedView | undefined;
  onEdit: (view: SavedView | "new") => void;
  onClose: () => void;
}

export function ViewPanel({ views, shown, query, current, onEdit, onClose }: ViewPanelProps) {
  const t = useTranslations("views");
  const errorText = useErrorText();
  const { userId } = usePerson();
  const { data, error, isPending, refetch } = views;
  const isPlain = !isFiltered(shown.filter) && (shown.sort ?? "newest") === "newest";
  const own = data?.filter(({ owner }) => owner.id === userId) ?? [];
  const shared = data?.filter(({ owner }) => owner.id !== userId) ?? [];

  const show = (query: string) => {
    onClose();
    changeAddress((search) => {
      for (const name of [...search.keys()]) search.delete(name);
      for (const [name, value] of new URLSearchParams(query)) search.set(name, value);
    }, "push");
  };
  const row = (view: SavedView) => (
    <ViewRow
      key={view.id}
      view={view}
      isCurrent={view.id === current?.id}
      replacement={isPlain || view.id === current?.id ? undefined : query}
      onShow={() => show(shownQuery(view.query, new Date()))}
      onRename={() => onEdit(view)}
      onClose={onClose}
    />
  );

  return (
    <div className="flex flex-col gap-1">
      <ViewLink icon={<Library />} isCurrent={isPlain} onShow={() => show("")}>
        {t("all")}
      </ViewLink>
      {isPending ? (
        <div aria-busy className="flex flex-col gap-2 px-2.5 py-2">
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
        </div>
      ) : null}
      {error && !data ? (
        <ErrorState className="py-4!" text={errorText(error)} onRetry={() => void refetch()} />
      ) : null}
      {own.length > 0 ? <ViewGroup label={t("own")}>{own.map(row)}</ViewGroup> : null}
      {shared.length > 0 ? <ViewGroup label={t("shared")}>{shared.map(row)}</ViewGroup> : null}
      <div className="sticky -bottom-2 -mx-2 -mb-2 mt-1 border-t bg-surface px-3 pt-2 pb-3">
        {isPlain ? (
          <p className="px-1.5 pb-1 text-muted text-sm">{t("hint")}</p>
        ) : (
          <Button
            variant="outline"
            className="w-full"
            disabled={current !== undefined}
            onClick={() => onEdit("new")}
          >
            <BookmarkPlus aria-hidden />
            {current ? t("isSaved") : t("save")}
          </Button>
        )}
      </div>
    </div>
  );
}
