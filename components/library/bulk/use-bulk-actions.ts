"use client";

import { useQuery } from "@tanstack/react-query";
import { collectionList } from "@/components/collections/queries";
import { useCollect } from "@/components/collections/use-collect";
import { downloadUrl } from "@/components/library/library-actions";
import { useClient } from "@/components/shell/session";
import type { Artifact } from "@/lib/artifacts/schema";
import { useStarMany } from "./use-star-many";

/** Browsers take several downloads only one after the other. */
const pauseMs = 400;

/** What is done with a selection at once, without a question. */
export function useBulkActions(selected: readonly Artifact[], collectionId: string | undefined) {
  const starMany = useStarMany();
  const collect = useCollect();
  const { client } = useClient();
  const { data: collections } = useQuery(collectionList(client.id));
  const collection = collections?.find(({ id }) => id === collectionId);

  return {
    star: (starred: boolean) => starMany(selected, starred),
    takeOut: collection && (() => void collect("remove", collection, selected)),
    download: async () => {
      for (const artifact of selected) {
        const href = downloadUrl(artifact);
        if (!href) continue;
        Object.assign(document.createElement("a"), { href, download: artifact.name }).click();
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    },
  };
}
