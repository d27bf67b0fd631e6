"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLiveChanges } from "@/components/live/use-live-changes";
import type { Artifact } from "@/lib/artifacts/schema";
import { artifactList, type FirstList, type ListKey } from "./artifact-queries";
import { refreshArtifacts } from "./refresh-artifacts";
import { usePosterHelp } from "./use-poster-help";

/** The list as it is now, for everyone who looks: changes of others come over the socket. */
export function useLibrary(clientId: string, key: ListKey, first?: FirstList) {
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(artifactList(clientId, key, first));
  const artifacts = useMemo(
    () => query.data?.pages.flatMap(({ items }) => items) ?? [],
    [query.data],
  );

  /** All that the list has, read to its end; what could not be read is left out. */
  async function loadAll(): Promise<Artifact[]> {
    let { data, hasNextPage } = query;
    while (hasNextPage) {
      const next = await query.fetchNextPage({ cancelRefetch: false });
      if (next.isError) break;
      ({ data, hasNextPage } = next);
    }
    return data?.pages.flatMap(({ items }) => items) ?? [];
  }

  useLiveChanges(clientId, ({ kind, ids }) => {
    if (kind !== "artifacts") return undefined;
    void refreshArtifacts(queryClient, clientId, ids).catch(() => {});
    return true;
  });
  usePosterHelp(clientId, artifacts);
  return { ...query, artifacts, loadAll };
}
