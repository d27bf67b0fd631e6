"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CollectionStrip } from "@/components/collections/collection-strip";
import { useCollect } from "@/components/collections/use-collect";
import { useErrorText } from "@/components/errors/use-error-text";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { lateComponent } from "@/components/ui/late-component";
import { PageHeader } from "@/components/ui/page-header";
import { useLeisure } from "@/components/ui/use-leisure";
import { DropZone } from "@/components/upload/drop-zone";
import { UploadButton } from "@/components/upload/upload-button";
import type { ArtifactOrder } from "@/lib/artifacts/schema";
import { ApiProblem } from "@/lib/sdk";
import type { FirstList } from "./artifact-queries";
import { useStarMany } from "./bulk/use-star-many";
import { FindBar } from "./find/find-bar";
import { isFiltered } from "./find/library-view";
import { useLibraryView } from "./find/use-library-view";
import { isReplaceable } from "./library-actions";
import type { LibraryDialog } from "./library-dialogs";
import { LibraryEmpty } from "./library-empty";
import { ArtifactGrid } from "./list/artifact-grid";
import type { Layout } from "./list/layout";
import { LibrarySkeleton } from "./list/library-skeleton";
import { LoadMore } from "./list/load-more";
import { useLayout } from "./list/use-layout";
import { useLibrary } from "./use-library";
import { useMay } from "./use-may";
import { usePreview } from "./use-preview";
import { type Removal, useRemove } from "./use-remove";
import { useSelection } from "./use-selection";
import { useStableActions } from "./use-stable-actions";
import { useStar } from "./use-star";
import { useTrash } from "./use-trash";

// Of two shapes one; and what most visits do not ask for comes when it is wanted.
const ArtifactTable = lateComponent(() =>
  import("./list/artifact-table").then((m) => m.ArtifactTable),
);
const NothingFound = lateComponent(() =>
  import("./find/nothing-found").then((m) => m.NothingFound),
);
const SelectionBar = lateComponent(() => import("./selection-bar").then((m) => m.SelectionBar));
const LibraryDialogs = lateComponent(() =>
  import("./library-dialogs").then((m) => m.LibraryDialogs),
);
const DeleteDialog = lateComponent(() => import("./delete-dialog").then((m) => m.DeleteDialog));
const LibraryUsage = lateComponent(() =>
  import("@/components/usage/library-usage").then((m) => m.LibraryUsage),
);
const FirstSamples = lateComponent(() => import("./first-samples").then((m) => m.FirstSamples));
const PreviewDialog = lateComponent(() =>
  import("@/components/preview/preview-dialog").then(({ PreviewDialog }) => PreviewDialog),
);

interface LibraryPageProps {
  clientId: string;
  initialLayout: Layout & { columns: number };
  /** What the server has read for this address. */
  first: FirstList | undefined;
}

export function LibraryPage({ clientId, initialLayout, first }: LibraryPageProps) {
  const t = useTranslations("library");
  const find = useTranslations("find");
  const errorText = useErrorText();
  const may = useMay();
  const view = useLibraryView();
  const [layout, setLayout] = useLayout(initialLayout);
  const sort = view.sort ?? layout.sort;
  const library = useLibrary(clientId, { filter: view.filter, sort }, first);
  const { artifacts, isSuccess, isPending, isPlaceholderData, error } = library;
  const filtered = isFiltered(view.filter);
  const wantsSamples = useSearchParams().get("samples") === "1";
  const preview = usePreview();
  const shown = useSelection(artifacts.map(({ id }) => id));
  const selectAll = async () => shown.all((await library.loadAll()).map(({ id }) => id));
  const selection = { ...shown, all: () => void selectAll() };
  const [dialog, setDialog] = useState<LibraryDialog>();
  const star = useStar();
  const starMany = useStarMany();
  useLeisure(SelectionBar.load);
  const collect = useCollect();
  const [refocus, setRefocus] = useState<{ index: number }>();
  const placeOf = (id: string | null | undefined) =>
    artifacts.findIndex((artifact) => artifact.id === id);
  const opened = artifacts[placeOf(preview.id)];
  const showNext = () => {
    const place = placeOf(preview.id);
    const next = artifacts[place + 1] ?? artifacts[place - 1];
    if (place >= 0 && next) preview.show(next.id);
    else preview.close();
  };
  const trash = useTrash(clientId);
  const [removal, setRemoval] = useState<Removal>();
  const throwAway = (removal: Removal) => {
    setRefocus({ index: placeOf(removal.artifacts[0]?.id) });
    if (removal.artifacts.some(({ id }) => id === preview.id)) showNext();
    trash(removal);
    selection.clear();
  };
  const remove = useRemove(setRemoval, throwAway);
  const isEmpty = isSuccess && artifacts.length === 0 && !library.hasNextPage;

  const isBadFilter =
    filtered && !library.data && error instanceof ApiProblem && error.problem.code === "invalid";
  const selected = artifacts.filter(({ id }) => selection.has(id));
  const selecting = selected.length > 0 && may.add;
  const actions = useStableActions({
    preview: preview.open,
    rename: (artifact) => setDialog({ kind: "rename", artifact }),
    star,
    tag: (artifacts) => setDialog({ kind: "tag", artifacts }),
    collect: (artifacts) => setDialog({ kind: "collect", artifacts }),
    place: (artifacts) => setDialog({ kind: "place", artifacts }),
    remove: (artifacts) => void remove(artifacts),
    discard: (id) => {
      if (!may.delete) return;
      const one = artifacts.filter((artifact) => artifact.id === id);
      void remove(selected.length > 0 ? selected : one);
    },
    pick: selection.pick,
    dragged: (id) => (selection.has(id) ? selection.selected : [id]),
  });
  const byIds = (ids: readonly string[]) => artifacts.filter(({ id }) => ids.includes(id));
  const order = (next: ArtifactOrder) => {
    view.order(next);
    setLayout({ sort: next });
  };
  const List = layout.shape === "table" ? ArtifactTable : ArtifactGrid;

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={may.add && (artifacts.length > 0 || filtered) ? <UploadButton /> : undefined}
      />
      {may.add ? (
        <div
          className={first?.usage.isTight ? "mb-4 min-h-16 sm:min-h-10" : "[&:not(:empty)]:mb-4"}
        >
          <LibraryUsage clientId={clientId} first={first?.usage} />
        </div>
      ) : null}
      {isEmpty && !filtered ? null : (
        <CollectionStrip
          current={view.filter.favorite ? "favorites" : view.filter.collection}
          onChoose={view.choose}
          onDropIds={(collection, ids) => void collect("add", collection, byIds(ids))}
          onStarIds={(ids) => starMany(byIds(ids))}
        />
      )}
      {selecting ? (
        <SelectionBar
          selected={selected}
          allSelected={selected.length === artifacts.length && !library.hasNextPage}
          busy={library.isFetchingNextPage}
          selection={selection}
          actions={actions}
          collectionId={view.filter.collection}
          onDelete={() => void remove(selected)}
        />
      ) : null}
      {isEmpty && !filtered ? null : (
        <FindBar
          view={view}
          busy={isPlaceholderData}
          layout={layout}
          sort={sort}
          onSort={order}
          onLayout={setLayout}
          covered={selecting}
        />
      )}
      {isPending ? <LibrarySkeleton /> : null}
      {error && !library.data ? (
        <ErrorState
          title={t("errorTitle")}
          text={isBadFilter ? find("badFilter") : errorText(error)}
          onRetry={() => void library.refetch()}
        />
      ) : null}
      {isBadFilter ? (
        <div className="flex justify-center">
          <Button variant="ghost" onClick={view.clear}>
            {find("clearAll")}
          </Button>
        </div>
      ) : null}
      {isEmpty && !filtered ? <LibraryEmpty clientId={clientId} mayAdd={may.add} /> : null}
      {isEmpty && filtered ? <NothingFound filter={view.filter} onClear={view.clear} /> : null}
      {artifacts.length > 0 ? (
        <div className={cn("transition-opacity", isPlaceholderData ? "opacity-60" : "")}>
          <List
            artifacts={artifacts}
            hasMore={library.hasNextPage}
            compact={layout.density === "compact"}
            selection={may.add ? selection : undefined}
            actions={actions}
            sort={sort}
            onSort={order}
            refocus={refocus}
            columnsGuess={initialLayout.columns}
            onColumns={(columns) => columns === layout.columns || setLayout({ columns })}
          />
        </div>
      ) : null}
      {library.hasNextPage && !isPlaceholderData ? (
        <LoadMore
          loading={library.isFetchingNextPage}
          failed={library.isFetchNextPageError}
          onLoad={() => void library.fetchNextPage()}
        />
      ) : null}
      {may.add ? (
        <DropZone
          over={opened && may.rename(opened) && isReplaceable(opened) ? opened : undefined}
        />
      ) : null}
      {wantsSamples && may.add && isSuccess ? <FirstSamples empty={isEmpty && !filtered} /> : null}
      {preview.id ? (
        <PreviewDialog
          clientId={clientId}
          id={preview.id}
          artifacts={artifacts}
          actions={actions}
          onShow={preview.show}
          onMore={
            library.hasNextPage
              ? () => void library.fetchNextPage({ cancelRefetch: false })
              : undefined
          }
          onClose={() => {
            setRefocus({ index: placeOf(preview.id) });
            preview.close();
          }}
        />
      ) : null}
      {removal ? (
        <DeleteDialog
          removal={removal}
          onConfirm={() => throwAway(removal)}
          onClose={() => setRemoval(undefined)}
        />
      ) : null}
      {dialog ? <LibraryDialogs clientId={clientId} dialog={dialog} onChange={setDialog} /> : null}
    </>
  );
}
