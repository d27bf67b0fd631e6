import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FirstUsage } from "@/components/usage/queries";
import type { Artifact, ArtifactFilter, ArtifactOrder, ArtifactPage } from "@/lib/artifacts/schema";
import { getArtifact, listArtifacts } from "@/lib/sdk";

const pageSize = 60;
/** Who goes on reading reads much. */
const nextPageSize = 200;

export interface ListKey {
  filter: ArtifactFilter;
  sort: ArtifactOrder;
}

/** A list that came with the page. */
export interface FirstList {
  key: ListKey;
  page: ArtifactPage;
  /** When the server read it, in milliseconds since 1970. */
  at: number;
  /** And how full the client was then. */
  usage: FirstUsage;
}

/** All lists of a client that are kept, whatever their filter and order. */
export const artifactLists = (clientId: string) => ["artifacts", clientId, "list"] as const;

/** The library of a client. While another filter loads, what was shown stays. */
export function artifactList(clientId: string, { filter, sort }: ListKey, first?: FirstList) {
  const isFirst = first && JSON.stringify(first.key) === JSON.stringify({ filter, sort });
  return infiniteQueryOptions({
    ...(isFirst && {
      initialData: { pages: [first.page], pageParams: [null] },
      initialDataUpdatedAt: first.at,
    }),
    queryKey: [...artifactLists(clientId), { filter, sort }] as const,
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam ? { limit: nextPageSize, cursor: pageParam } : { limit: pageSize };
      return listArtifacts(clientId, { ...filter, sort, ...page }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
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
