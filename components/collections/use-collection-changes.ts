"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { toast } from "@/components/ui/toast";
import type { DeletedCollection } from "@/lib/collections/schema";
import { changeItems, createCollection, deleteCollection } from "@/lib/sdk";

const sliceSize = 500;

/** Makes and deletes collections; what was deleted can be brought back for a while. */
export function useCollectionChanges() {
  const t = useTranslations("collections");
  const { client } = useClient();
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["collections", client.id] }),
      queries.invalidateQueries({ queryKey: ["artifacts", client.id] }),
    ]);

  const create = useMutation({
    mutationFn: ({ name, ids = [] }: { name: string; ids?: readonly string[] }) =>
      make(client.id, name, ids),
    onSuccess: refresh,
    meta: { quiet: true },
  });
  const restore = useMutation({
    mutationFn: ({ name, artifactIds }: DeletedCollection) => make(client.id, name, artifactIds),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => deleteCollection(client.id, id),
    onSuccess: async (deleted) => {
      toast(t("deleted", { name: deleted.name }), {
        position: "bottom-center",
        duration: 8_000,
        action: { label: t("undo"), onClick: () => restore.mutate(deleted) },
      });
      await refresh();
    },
  });
  return { create, remove };
}

async function make(clientId: string, name: string, ids: readonly string[]) {
  const { id } = await createCollection(clientId, { name, artifactIds: ids.slice(0, sliceSize) });
  for (let from = sliceSize; from < ids.length; from += sliceSize) {
    await changeItems(clientId, id, { ids: ids.slice(from, from + sliceSize), action: "add" });
  }
  return { id, name };
}
