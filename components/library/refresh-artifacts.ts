import type { QueryClient } from "@tanstack/react-query";
import type { Artifact } from "@/lib/artifacts/schema";
import { ApiProblem, getArtifact } from "@/lib/sdk";
import { artifactDetail, artifactList } from "./artifact-queries";
import { patchPages } from "./patch-pages";

const fewEnough = 12;

/** Reads anew only what has changed; a long list that was scrolled far is not read all over. */
export async function refreshArtifacts(
  queryClient: QueryClient,
  clientId: string,
  ids: readonly string[],
): Promise<void> {
  const { queryKey } = artifactList(clientId);
  if (ids.length === 0 || ids.length > fewEnough || !queryClient.getQueryData(queryKey)) {
    return queryClient.invalidateQueries({ queryKey: ["artifacts", clientId] });
  }
  const found = await Promise.all(ids.map((id) => findArtifact(clientId, id)));
  const changed = found.filter((artifact) => artifact !== undefined);
  const gone = ids.filter((_, index) => found[index] === undefined);
  applyArtifacts(queryClient, clientId, changed, gone);
}

/** Puts artifacts that are already at hand into whatever shows them. */
export function applyArtifacts(
  queryClient: QueryClient,
  clientId: string,
  changed: readonly Artifact[],
  gone: readonly string[] = [],
): void {
  queryClient.setQueryData(artifactList(clientId).queryKey, (data) =>
    data ? patchPages(data, changed, gone) : data,
  );
  for (const artifact of changed) {
    const { queryKey } = artifactDetail(clientId, artifact.id);
    if (queryClient.getQueryData(queryKey)) queryClient.setQueryData(queryKey, artifact);
  }
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
