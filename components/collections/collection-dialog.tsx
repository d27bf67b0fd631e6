"use client";

import { useQuery } from "@tanstack/react-query";
import { FolderPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { Artifact } from "@/lib/artifacts/schema";
import { CollectionCover } from "./collection-cover";
import { NameForm } from "./name-form";
import { collectionList } from "./queries";
import { useCollect } from "./use-collect";
import { useCollectionChanges } from "./use-collection-changes";

interface CollectionDialogProps {
  artifacts: readonly Artifact[];
  onClose: () => void;
}

/** Into which collection some files go: one that is there, or a new one. */
export function CollectionDialog({ artifacts, onClose }: CollectionDialogProps) {
  const t = useTranslations("collections");
  const errorText = useErrorText();
  const { client } = useClient();
  const { data: collections = [], isSuccess } = useQuery(collectionList(client.id));
  const collect = useCollect();
  const { create } = useCollectionChanges();
  const [naming, setNaming] = useState(false);
  const isNaming = naming || (isSuccess && collections.length === 0);

  function make(name: string) {
    create.mutate(
      { name, ids: artifacts.map(({ id }) => id) },
      {
        onSuccess: () => {
          toast.success(t("addDone", { count: artifacts.length, name }));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title={t("addTitle", { count: artifacts.length, name: artifacts[0]?.name ?? "" })}
        footer={
          isNaming ? (
            <Button type="submit" form="new-collection" busy={create.isPending}>
              {t("createAndAdd")}
            </Button>
          ) : undefined
        }
      >
        <ul className="flex flex-col gap-1">
          {collections.map((collection) => (
            <li key={collection.id}>
              <button
                type="button"
                className="flex min-h-12 w-full items-center gap-3 rounded-xl px-2 py-1.5 text-left hover:bg-raised"
                onClick={() => {
                  onClose();
                  void collect("add", collection, artifacts);
                }}
              >
                <CollectionCover collection={collection} className="h-9 w-14" />
                <span className="min-w-0 flex-1 truncate">{collection.name}</span>
                <span className="text-muted text-sm tabular-nums">{collection.count}</span>
              </button>
            </li>
          ))}
        </ul>
        {isNaming ? (
          <div className="mt-3">
            <NameForm
              id="new-collection"
              label={t("newName")}
              error={create.error ? errorText(create.error) : undefined}
              onSubmit={make}
            />
          </div>
        ) : (
          <Button
            variant="ghost"
            className="mt-2 w-full justify-start!"
            onClick={() => setNaming(true)}
          >
            <FolderPlus aria-hidden />
            {t("new")}
          </Button>
        )}
      </DialogContent>
    </Dialog>
  );
}
