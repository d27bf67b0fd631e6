import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getArtifactDetails, listArtifactHistory, listArtifactScreens } from "@/lib/sdk";

export function artifactDetails(clientId: string, id: string) {
  return queryOptions({
    queryKey: ["artifacts", clientId, "details", id],
    queryFn: ({ signal }) => getArtifactDetails(clientId, id, signal),
  });
}

export function artifactHistory(clientId: string, id: string) {
  return infiniteQueryOptions({
    queryKey: ["artifacts", clientId, "history", id],
    queryFn: ({ pageParam, signal }) => listArtifactHistory(clientId, id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** Where a file plays; a change of any screen asks anew. */
export function artifactScreens(clientId: string, id: string) {
  return queryOptions({
    queryKey: ["screens", clientId, "of", id],
    queryFn: ({ signal }) => listArtifactScreens(clientId, id, signal),
  });
}
