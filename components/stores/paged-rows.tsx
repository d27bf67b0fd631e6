"use client";

import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";

interface PagedRowsProps<Item> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** The id of the heading. */
  labelledBy: string;
  /** On the button that asks for the next page. */
  more: string;
  /** Said when there are none. */
  none?: string;
  row: (item: Item) => ReactNode;
}

/** Rows that come page by page: while they are waited for, when they fail, and those that follow. */
export function PagedRows<Item>({ list, labelledBy, more, none, row }: PagedRowsProps<Item>) {
  const t = useTranslations("common");
  const errorText = useErrorText();
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {list.isPending ? (
        <div className="mt-3">
          <span className="sr-only">{t("loading")}</span>
          <Skeleton className="h-14" />
        </div>
      ) : null}
      {list.isError && !items ? (
        <ErrorState
          className="py-6"
          text={errorText(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {none && items?.length === 0 ? <p className="mt-3 text-sm text-muted">{none}</p> : null}
      {items && items.length > 0 ? (
        <ul aria-labelledby={labelledBy} className="mt-2 divide-y divide-line">
          {items.map(row)}
        </ul>
      ) : null}
      {list.hasNextPage ? (
        <Button
          variant="outline"
          size="sm"
          className="mt-3"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {more}
        </Button>
      ) : null}
    </>
  );
}
