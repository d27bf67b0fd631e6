import type {
  Artifact,
  ArtifactDetails,
  ArtifactHistory,
  ArtifactPage,
  BulkResult,
  CreateArtifact,
  CreatedArtifact,
  DuplicateList,
  ListArtifacts,
  UpdateArtifact,
} from "@/lib/artifacts/schema";
import type { CreateRendition, Upload } from "@/lib/uploads/schema";
import { request } from "./request";
import { shapesOf } from "./shapes";

const artifactShape = shapesOf(() => import("@/lib/artifacts/schema"));
const uploadShape = shapesOf(() => import("@/lib/uploads/schema"));

const root = "/api/v1/artifacts";

export function listArtifacts(
  clientId: string,
  filter: ListArtifacts,
  signal?: AbortSignal,
): Promise<ArtifactPage> {
  const query = { ...filter, limit: Number(filter.limit ?? 50) };
  return request("GET", root, artifactShape("ArtifactPage"), { clientId, query, signal });
}

export function getArtifact(clientId: string, id: string, signal?: AbortSignal): Promise<Artifact> {
  return request("GET", `${root}/${id}`, artifactShape("Artifact"), { clientId, signal });
}

export function getArtifactDetails(
  clientId: string,
  id: string,
  signal?: AbortSignal,
): Promise<ArtifactDetails> {
  return request("GET", `${root}/${id}/details`, artifactShape("ArtifactDetails"), {
    clientId,
    signal,
  });
}

export function listArtifactHistory(
  clientId: string,
  id: string,
  cursor?: string,
  signal?: AbortSignal,
): Promise<ArtifactHistory> {
  const query = { cursor };
  return request("GET", `${root}/${id}/history`, artifactShape("ArtifactHistory"), {
    clientId,
    query,
    signal,
  });
}

export function createArtifact(
  clientId: string,
  body: CreateArtifact,
  signal?: AbortSignal,
): Promise<CreatedArtifact> {
  return request("POST", root, artifactShape("CreatedArtifact"), { clientId, body, signal });
}

export function updateArtifact(
  clientId: string,
  id: string,
  body: UpdateArtifact,
): Promise<Artifact> {
  return request("PATCH", `${root}/${id}`, artifactShape("Artifact"), { clientId, body });
}

export function trashArtifacts(clientId: string, ids: string[]): Promise<BulkResult> {
  return request("POST", `${root}/trash`, artifactShape("BulkResult"), { clientId, body: { ids } });
}

export function restoreArtifacts(clientId: string, ids: string[]): Promise<BulkResult> {
  return request("POST", `${root}/restore`, artifactShape("BulkResult"), {
    clientId,
    body: { ids },
  });
}

/** For good; only what lies in the trash. */
export function purgeArtifacts(clientId: string, ids: string[]): Promise<BulkResult> {
  return request("POST", `${root}/purge`, artifactShape("BulkResult"), { clientId, body: { ids } });
}

export function starArtifacts(
  clientId: string,
  ids: string[],
  starred: boolean,
): Promise<BulkResult> {
  return request("POST", `${root}/favorites`, artifactShape("BulkResult"), {
    clientId,
    body: { ids, starred },
  });
}

export function moveToSite(
  clientId: string,
  ids: string[],
  siteId: string | null,
): Promise<BulkResult> {
  return request("POST", `${root}/site`, artifactShape("BulkResult"), {
    clientId,
    body: { ids, siteId },
  });
}

/** Asks for a place for a poster that this browser took. */
export function createRendition(
  clientId: string,
  artifactId: string,
  body: CreateRendition,
): Promise<Upload> {
  return request("POST", `${root}/${artifactId}/renditions`, uploadShape("Upload"), {
    clientId,
    body,
  });
}

/** What the library has already of the same bytes. */
export function findDuplicates(
  clientId: string,
  sha256s: string[],
  signal?: AbortSignal,
): Promise<DuplicateList> {
  return request("POST", `${root}/duplicates`, artifactShape("DuplicateList"), {
    clientId,
    body: { sha256s },
    signal,
  });
}
