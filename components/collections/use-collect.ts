"use client";

import { useTranslations } from "next-intl";
import { useBulk } from "@/components/library/bulk/use-bulk";
import { useClient } from "@/components/shell/session";
import type { Artifact } from "@/lib/artifacts/schema";
import { changeItems } from "@/lib/sdk";

type Named = Pick<Artifact, "id" | "name">;

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
    return bulk({
      artifacts,
      act: (ids) => changeItems(client.id, collection.id, { ids, action }),
      done: (count) => t(`${action}Done`, { count, name: collection.name }),
      ...(undoable ? { undo: () => void collect(back, collection, artifacts, false) } : {}),
    });
  };
}
