import {
  Artifact,
  ArtifactPage,
  BulkResult,
  type CreateArtifact,
  CreatedArtifact,
  DuplicateList,
  type ListArtifacts,
  type UpdateArtifact,
} from "@/lib/artifacts/schema";
import { type CreateRendition, Upload } from "@/lib/uploads/schema";
import { request } from "./request";

const root = "/api/v1/artifacts";

export function listArtifacts(
  clientId: string,
  filter: ListArtifacts,
  signal?: AbortSignal,
): Promise<ArtifactPage> {
  const query = { ...filter, limit: Number(filter.limit ?? 50) };
  return request("GET", root, ArtifactPage, { clientId, query, signal });
}

export function getArtifact(clientId: string, id: string, signal?: AbortSignal): Promise<Artifact> {
  return request("GET", `${root}/${id}`, Artifact, { clientId, signal });
}

export function createArtifact(
  clientId: string,
  body: CreateArtifact,
  signal?: AbortSignal,
): Promise<CreatedArtifact> {
  return request("POST", root, CreatedArtifact, { clientId, body, signal });
}

export function updateArtifact(
  clientId: string,
  id: string,
  body: UpdateArtifact,
): Promise<Artifact> {
  return request("PATCH", `${root}/${id}`, Artifact, { clientId, body });
}

export function trashArtifacts(clientId: string, ids: string[]): Promise<BulkResult> {
  return request("POST", `${root}/trash`, BulkResult, { clientId, body: { ids } });
}

export function restoreArtifacts(clientId: string, ids: string[]): Promise<BulkResult> {
  return request("POST", `${root}/restore`, BulkResult, { clientId, body: { ids } });
}

export function starArtifacts(
  clientId: string,
  ids: string[],
  starred: boolean,
): Promise<BulkResult> {
  return request("POST", `${root}/favorites`, BulkResult, { clientId, body: { ids, starred } });
}

export function moveToSite(
  clientId: string,
  ids: string[],
  siteId: string | null,
): Promise<BulkResult> {
  return request("POST", `${root}/site`, BulkResult, { clientId, body: { ids, siteId } });
}

/** Asks for a place for a poster that this browser took. */
export function createRendition(
  clientId: string,
  artifactId: string,
  body: CreateRendition,
): Promise<Upload> {
  return request("POST", `${root}/${artifactId}/renditions`, Upload, { clientId, body });
}

/** What the library has already of the same bytes. */
export function findDuplicates(
  clientId: string,
  sha256s: string[],
  signal?: AbortSignal,
): Promise<DuplicateList> {
  return request("POST", `${root}/duplicates`, DuplicateList, {
    clientId,
    body: { sha256s },
    signal,
  });
}
