"use client";

import { useTranslations } from "next-intl";
import { useBulk } from "@/components/library/bulk/use-bulk";
import { useClient } from "@/components/shell/session";
import type { Artifact } from "@/lib/artifacts/schema";
import { changeItems } from "@/lib/sdk";

type Named = Pick<Artifact, "id" | "name" | "collectionIds">;

/** Puts files into a collection or takes them out, with a way back. */
export function useCollect() {
  const t = useTranslations("collections");
  const bulk = useBulk();
  const { client } = useClient();

  return function collect(
    action: "add" | "remove",
    collection: { id: string; name: string },
    artifacts: readonly Named[],
    undoable = true,
  ): Promise<unknown> {
    const back = action === "add" ? "remove" : "add";
    // What was in it before, or was not, stays so when this is taken back.
    const changed = artifacts.filter(
      ({ collectionIds }) => collectionIds.includes(collection.id) === (action === "remove"),
    );
    return bulk({
      artifacts,
      act: (ids) => changeItems(client.id, collection.id, { ids, action }),
      done: (count) => t(`${action}Done`, { count, name: collection.name }),
      ...(undoable && changed.length > 0
        ? { undo: () => void collect(back, collection, changed, false) }
        : {}),
    });
  };
}
