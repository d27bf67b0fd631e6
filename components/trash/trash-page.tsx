"use client";

import { ArchiveRestore, ArrowLeft, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { LibrarySkeleton } from "@/components/library/list/library-skeleton";
import { LoadMore } from "@/components/library/list/load-more";
import { useLibrary } from "@/components/library/use-library";
import { useMay } from "@/components/library/use-may";
import { useSelection } from "@/components/library/use-selection";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Artifact } from "@/lib/artifacts/schema";
import { TrashRow } from "./trash-row";
import { useTrashActions } from "./use-trash-actions";

const inTrash = { filter: { trashed: "true" }, sort: "newest" } as const;

/** What was deleted and can still be brought back, last deleted first. */
export function TrashPage({ clientId }: { clientId: string }) {
  const t = useTranslations("trash");
  const errorText = useErrorText();
  const may = useMay();
  const { client } = useClient();
  const trash = useLibrary(clientId, inTrash);
  const { artifacts, isPending, isSuccess, error } = trash;
  const selection = useSelection(artifacts.map(({ id }) => id));
  const selected = artifacts.filter(({ id }) => selection.has(id));
  const [purging, setPurging] = useState<readonly Artifact[]>();
  const { restore, purge } = useTrashActions(clientId);
  const choose = async () => setPurging(selected.length > 0 ? selected : await trash.loadAll());

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { days: client.trashDays })}
        actions={
          <>
            <Button variant="ghost" asChild>
              <Link href={`/c/${clientId}/library`}>
                <ArrowLeft aria-hidden />
                {t("back")}
              </Link>
            </Button>
            {may.delete && artifacts.length > 0 ? (
              <>
                <Button
                  variant="outline"
                  disabled={selected.length === 0}
                  onClick={() => {
                    restore(selected);
                    selection.clear();
                  }}
                >
                  <ArchiveRestore aria-hidden />
                  {t("restoreSelected", { count: selected.length })}
                </Button>
                <Button variant="danger" onClick={() => void choose()}>
                  <Trash2 aria-hidden />
                  {selected.length > 0
                    ? t("purgeSelected", { count: selected.length })
                    : t("empty")}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      {isPending ? <LibrarySkeleton /> : null}
      {error && !trash.data ? (
        <ErrorState
          title={t("errorTitle")}
          text={errorText(error)}
          onRetry={() => void trash.refetch()}
        />
      ) : null}
      {isSuccess && artifacts.length === 0 ? (
        <EmptyState icon={<Trash2 />} title={t("nothing")} text={t("nothingText")} />
      ) : null}
      {artifacts.length > 0 ? (
        <ul aria-label={t("title")} className="divide-y rounded-2xl border bg-surface">
          {artifacts.map((artifact) => (
            <TrashRow
              key={artifact.id}
              artifact={artifact}
              trashDays={client.trashDays}
              selected={may.delete ? selection.has(artifact.id) : undefined}
              onPick={(range) => selection.pick(artifact.id, range)}
              onRestore={() => restore([artifact])}
              onPurge={() => setPurging([artifact])}
            />
          ))}
        </ul>
      ) : null}
      {trash.hasNextPage ? (
        <LoadMore
          loading={trash.isFetchingNextPage}
          failed={trash.isFetchNextPageError}
          onLoad={() => void trash.fetchNextPage()}
        />
      ) : null}
      {purging ? (
        <ConfirmDialog
          open
          danger
          onOpenChange={(open) => open || setPurging(undefined)}
          title={t("purgeTitle", { count: purging.length, name: purging[0]?.name ?? "" })}
          description={t("purgeText")}
          confirmLabel={t("purge")}
          onConfirm={async () => {
            await purge(purging);
            selection.clear();
          }}
        />
      ) : null}
    </>
  );
}
