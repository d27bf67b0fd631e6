import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Artifact } from "@/lib/artifacts/schema";
import { getArtifact, listArtifacts } from "@/lib/sdk";

const pageSize = 48;

/** The library of a client, newest first. */
export function artifactList(clientId: string) {
  return infiniteQueryOptions({
    queryKey: ["artifacts", clientId, "list"],
    queryFn: ({ pageParam, signal }) =>
      listArtifacts(clientId, { limit: pageSize, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** One artifact; what the list already knows of it shows at once. */
export function artifactDetail(clientId: string, id: string, known?: Artifact) {
  return queryOptions({
    queryKey: ["artifacts", clientId, "one", id],
    queryFn: ({ signal }) => getArtifact(clientId, id, signal),
    ...(known ? { initialData: known } : {}),
  });
}
