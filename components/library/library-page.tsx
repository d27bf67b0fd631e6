"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { DropZone } from "@/components/upload/drop-zone";
import { UploadButton } from "@/components/upload/upload-button";
import type { Artifact } from "@/lib/artifacts/schema";
import { ArtifactGrid } from "./artifact-grid";
import type { ArtifactActions } from "./library-actions";
import { LibraryEmpty } from "./library-empty";
import { LibrarySkeleton } from "./library-skeleton";
import { LoadMore } from "./load-more";
import { PreviewDialog } from "./preview-dialog";
import { RenameDialog } from "./rename-dialog";
import { SelectionBar } from "./selection-bar";
import { useFirstSamples } from "./use-first-samples";
import { useLibrary } from "./use-library";
import { useMay } from "./use-may";
import { usePreview } from "./use-preview";
import { useSelection } from "./use-selection";
import { useTrash } from "./use-trash";

export function LibraryPage({ clientId }: { clientId: string }) {
  const t = useTranslations("library");
  const errorText = useErrorText();
  const may = useMay();
  const library = useLibrary(clientId);
  const { artifacts, isSuccess, isPending, error } = library;
  const preview = usePreview();
  const selection = useSelection(artifacts.map(({ id }) => id));
  const [renaming, setRenaming] = useState<Artifact>();
  const remove = useTrash(clientId);
  useFirstSamples(may.add && isSuccess, artifacts.length === 0);

  const actions: ArtifactActions = {
    preview: preview.open,
    rename: setRenaming,
    remove,
    pick: selection.pick,
  };
  const selected = artifacts.filter(({ id }) => selection.has(id));

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={may.add && artifacts.length > 0 ? <UploadButton /> : undefined}
      />
      {selected.length > 0 && may.delete ? (
        <SelectionBar
          count={selected.length}
          allSelected={selected.length === artifacts.length}
          onAll={selection.all}
          onClear={selection.clear}
          onDelete={() => {
            remove(selected);
            selection.clear();
          }}
        />
      ) : null}
      {isPending ? <LibrarySkeleton /> : null}
      {error && !library.data ? (
        <ErrorState
          title={t("errorTitle")}
          text={errorText(error)}
          onRetry={() => void library.refetch()}
        />
      ) : null}
      {isSuccess && artifacts.length === 0 && !library.hasNextPage ? (
        <LibraryEmpty clientId={clientId} mayAdd={may.add} />
      ) : null}
      {artifacts.length > 0 ? (
        <ArtifactGrid
          artifacts={artifacts}
          selection={may.delete ? selection : undefined}
          actions={actions}
        />
      ) : null}
      {library.hasNextPage ? (
        <LoadMore
          loading={library.isFetchingNextPage}
          failed={library.isFetchNextPageError}
          onLoad={() => void library.fetchNextPage()}
        />
      ) : null}
      {may.add ? <DropZone /> : null}
      {preview.id ? (
        <PreviewDialog
          clientId={clientId}
          id={preview.id}
          artifacts={artifacts}
          actions={actions}
          onShow={preview.show}
          onClose={preview.close}
        />
      ) : null}
      {renaming ? (
        <RenameDialog
          key={renaming.id}
          clientId={clientId}
          artifact={renaming}
          onClose={() => setRenaming(undefined)}
        />
      ) : null}
    </>
  );
}
