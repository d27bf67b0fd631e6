"use client";

import { FolderOpen, SearchX, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ArtifactFilter } from "@/lib/artifacts/schema";

interface NothingFoundProps {
  filter: ArtifactFilter;
  onClear: () => void;
}

/** An empty collection, no favourites yet, or words that nothing has. */
export function NothingFound({ filter, onClear }: NothingFoundProps) {
  const t = useTranslations("find");
  const collections = useTranslations("collections");
  const { q, collection, favorite, ...rest } = filter;
  const isPlain = q === undefined && Object.values(rest).every((value) => value === undefined);
  if (isPlain && collection) {
    return (
      <EmptyState
        icon={<FolderOpen />}
        title={collections("emptyTitle")}
        text={collections("emptyText")}
      />
    );
  }
  if (isPlain && favorite) {
    return (
      <EmptyState
        icon={<Star />}
        title={collections("noFavorites")}
        text={collections("noFavoritesText")}
      />
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={q ? t("nothingFor", { words: q }) : t("nothing")}
      text={t("nothingHint")}
      action={
        <Button variant="outline" onClick={onClear}>
          {t("clearAll")}
        </Button>
      }
    />
  );
}
