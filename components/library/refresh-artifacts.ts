import type { QueryClient } from "@tanstack/react-query";
import type { Artifact } from "@/lib/artifacts/schema";
import { ApiProblem, getArtifact } from "@/lib/sdk";
import { artifactDetail, artifactLists, type ListKey } from "./artifact-queries";
import { isFiltered } from "./find/library-view";
import { type ArtifactPages, patchPages, replaceInPages } from "./patch-pages";

const fewEnough = 12;
/** A list that was scrolled further than this is not read all over for what may not be in it. */
const readableAgain = 4;

/** Reads anew only what has changed; a long list that was scrolled far is not read all over. */
export async function refreshArtifacts(
  queryClient: QueryClient,
  clientId: string,
  ids: readonly string[],
): Promise<void> {
  const lists = queryClient.getQueriesData({ queryKey: artifactLists(clientId) });
  if (ids.length === 0 || ids.length > fewEnough || lists.length === 0) {
    return queryClient.invalidateQueries({ queryKey: ["artifacts", clientId] });
  }
  const found = await Promise.all(ids.map((id) => findArtifact(clientId, id)));
  const changed = found.filter((artifact) => artifact !== undefined);
  const gone = ids.filter((_, index) => found[index] === undefined);
  applyArtifacts(queryClient, clientId, changed, gone);
}

/** Shows what an artifact will be once the server has agreed; nothing is asked. */
export function showArtifact(queryClient: QueryClient, clientId: string, artifact: Artifact): void {
  const lists = queryClient.getQueriesData<ArtifactPages>({ queryKey: artifactLists(clientId) });
  for (const [queryKey, data] of lists) {
    if (data) queryClient.setQueryData(queryKey, replaceInPages(data, [artifact]));
  }
  const { queryKey } = artifactDetail(clientId, artifact.id);
  if (queryClient.getQueryData(queryKey)) queryClient.setQueryData(queryKey, artifact);
}

/** Puts artifacts that are already at hand into whatever shows them. */
export function applyArtifacts(
  queryClient: QueryClient,
  clientId: string,
  changed: readonly Artifact[],
  gone: readonly string[] = [],
): void {
  const lists = queryClient.getQueriesData<ArtifactPages>({ queryKey: artifactLists(clientId) });
  for (const [queryKey, data] of lists) {
    const { filter, sort } = queryKey.at(-1) as ListKey;
    // The place of what is new is known in the plain list alone; the others are asked again.
    const isPlain = sort === "newest" && !isFiltered(filter) && !filter.trashed;
    const patch = isPlain ? patchPages : replaceInPages;
    const misplaced = changed.filter(({ trashedAt, status }) => {
      return (trashedAt !== null) !== Boolean(filter.trashed) || status === "DELETED";
    });
    const leaving = [...gone, ...misplaced.map(({ id }) => id)];
    if (data) queryClient.setQueryData<ArtifactPages>(queryKey, patch(data, changed, leaving));
    const mayHaveNew = changed.length > 0 && (data?.pages.length ?? 0) <= readableAgain;
    if (!isPlain && mayHaveNew) void queryClient.invalidateQueries({ queryKey });
  }
  for (const artifact of changed) {
    const { queryKey } = artifactDetail(clientId, artifact.id);
    if (queryClient.getQueryData(queryKey)) queryClient.setQueryData(queryKey, artifact);
  }
  // Versions, history and the like, which lists do not show: ["artifacts", client, what, id].
  const ids = new Set(changed.map(({ id }) => id));
  void queryClient.invalidateQueries({
    queryKey: ["artifacts", clientId],
    predicate: ({ queryKey: [, , what, id] }) =>
      what !== "list" && what !== "one" && ids.has(String(id)),
  });
  for (const id of gone) {
    void queryClient.invalidateQueries({ queryKey: artifactDetail(clientId, id).queryKey });
  }
}

async function findArtifact(clientId: string, id: string): Promise<Artifact | undefined> {
  try {
    return await getArtifact(clientId, id);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === "not_found") return undefined;
    throw error;
  }
}
