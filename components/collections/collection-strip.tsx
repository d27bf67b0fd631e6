"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FolderPlus, LayoutGrid, Pencil, Star, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useClient, usePerson } from "@/components/shell/session";
import { IconButton } from "@/components/ui/icon-button";
import { lateComponent } from "@/components/ui/late-component";
import type { Collection } from "@/lib/collections/schema";
import { updateCollection } from "@/lib/sdk";
import { CollectionChip } from "./collection-chip";
import { CollectionCover } from "./collection-cover";
import { collectionList } from "./queries";
import { useCollectionChanges } from "./use-collection-changes";

const NameDialog = lateComponent(() =>
  import("./name-dialog").then(({ NameDialog }) => NameDialog),
);

interface CollectionStripProps {
  /** What the list is narrowed to: a collection's id, favourites, or all. */
  current: string | "favorites" | undefined;
  onChoose: (choice: string | "favorites" | undefined) => void;
  /** Files that were dragged onto a collection. */
  onDropIds: (collection: Collection, ids: string[]) => void;
  onStarIds: (ids: string[]) => void;
}

const iconBox = "grid size-7 shrink-0 place-items-center [&_svg]:size-4.5";

/** All, favourites and every collection, side by side; scrolls where there is no room. */
export function CollectionStrip(props: CollectionStripProps) {
  const { current, onChoose, onDropIds, onStarIds } = props;
  const t = useTranslations("collections");
  const { client, can } = useClient();
  const { userId } = usePerson();
  const queries = useQueryClient();
  const { data: collections = [] } = useQuery(collectionList(client.id));
  const { create, remove } = useCollectionChanges();
  const [naming, setNaming] = useState<"new" | "rename">();
  const chosen = collections.find(({ id }) => id === current);
  const mayWrite = can("artifacts:write");
  const mayDelete = can("artifacts:delete") || chosen?.createdById === userId;
  const rename = useMutation({
    mutationFn: ({ id, version, name }: { id: string; version: number; name: string }) =>
      updateCollection(client.id, id, { name, version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["collections", client.id] }),
    meta: { quiet: true },
  });
  const close = () => setNaming(undefined);

  return (
    <>
      <nav
        aria-label={t("title")}
        className="-mx-4 mb-3 flex items-center gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] md:mx-0 md:px-1"
      >
        <CollectionChip
          icon={
            <span className={iconBox}>
              <LayoutGrid aria-hidden />
            </span>
          }
          label={t("all")}
          current={current === undefined}
          onClick={() => onChoose(undefined)}
        />
        <CollectionChip
          icon={
            <span className={iconBox}>
              <Star aria-hidden />
            </span>
          }
          label={t("favorites")}
          current={current === "favorites"}
          onClick={() => onChoose("favorites")}
          onDropIds={onStarIds}
        />
        {collections.map((collection) => (
          <CollectionChip
            key={collection.id}
            icon={<CollectionCover collection={collection} className="h-7 w-10" />}
            label={collection.name}
            count={collection.count}
            current={current === collection.id}
            onClick={() => onChoose(collection.id)}
            onDropIds={mayWrite ? (ids) => onDropIds(collection, ids) : undefined}
          />
        ))}
        {mayWrite ? (
          <IconButton label={t("new")} onClick={() => setNaming("new")}>
            <FolderPlus aria-hidden />
          </IconButton>
        ) : null}
        {chosen && mayWrite ? (
          <IconButton
            label={t("rename", { name: chosen.name })}
            onClick={() => setNaming("rename")}
          >
            <Pencil aria-hidden />
          </IconButton>
        ) : null}
        {chosen && mayDelete ? (
          <IconButton
            label={t("delete", { name: chosen.name })}
            busy={remove.isPending}
            onClick={() => {
              onChoose(undefined);
              remove.mutate(chosen.id);
            }}
          >
            <Trash2 aria-hidden className="text-danger" />
          </IconButton>
        ) : null}
      </nav>
      {naming === "new" ? (
        <NameDialog
          title={t("new")}
          busy={create.isPending}
          error={create.error}
          onClose={close}
          onSubmit={(name) =>
            create.mutate(
              { name },
              {
                onSuccess: ({ id }) => {
                  close();
                  onChoose(id);
                },
              },
            )
          }
        />
      ) : null}
      {naming === "rename" && chosen ? (
        <NameDialog
          title={t("renameTitle")}
          initial={chosen.name}
          busy={rename.isPending}
          error={rename.error}
          onClose={close}
          onSubmit={(name) => rename.mutate({ ...chosen, name }, { onSuccess: close })}
        />
      ) : null}
    </>
  );
}
