"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { toast } from "@/components/ui/toast";
import type { CreateSavedView, SavedView, UpdateSavedView } from "@/lib/saved-views/schema";
import { createSavedView, deleteSavedView, updateSavedView } from "@/lib/sdk";
import { savedViewList } from "./saved-view-list";

const undoMs = 8_000;

interface Update {
  view: SavedView;
  change: UpdateSavedView;
}

/** Changes to saved views; whatever comes of one, the list is asked anew. */
export function useViewChanges({ quiet = false }: { quiet?: boolean } = {}) {
  const t = useTranslations("views");
  const { client } = useClient();
  const queries = useQueryClient();
  const { queryKey } = savedViewList(client.id);
  const onSettled = () => queries.invalidateQueries({ queryKey });

  const undoable = (undo: () => void) => ({
    duration: undoMs,
    // The corner belongs to the uploads.
    position: "bottom-center" as const,
    action: { label: t("undo"), onClick: undo },
  });

  const create = useMutation({
    mutationFn: (view: CreateSavedView) => createSavedView(client.id, view),
    onSuccess: ({ name }) => toast.success(t("saved", { name })),
    meta: { quiet },
    onSettled,
  });
  const update = useMutation({
    mutationFn: ({ view, change }: Update) => updateSavedView(client.id, view.id, change),
    onSuccess: (changed, { view, change }) => {
      const undo = () => update.mutate({ view: changed, change: { query: view.query } });
      toast.success(t("saved", { name: changed.name }), change.query ? undoable(undo) : {});
    },
    meta: { quiet },
    onSettled,
  });
  const restore = useMutation({
    mutationFn: ({ name, query, isShared }: SavedView) =>
      createSavedView(client.id, { name, query, isShared }),
    onSuccess: ({ name }) => toast.success(t("restored", { name })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: SavedView) => deleteSavedView(client.id, id),
    onSuccess: (_, view) => {
      queries.setQueryData(queryKey, (views) => views?.filter(({ id }) => id !== view.id));
      toast(
        t("deleted", { name: view.name }),
        undoable(() => restore.mutate(view)),
      );
    },
    onSettled,
  });
  return { create, update, remove };
}
