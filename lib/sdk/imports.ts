import { Artifact } from "@/lib/artifacts/schema";
import { type CreateImport, type Import, ImportList } from "@/lib/imports/schema";
import { request } from "./request";

/** The server fetches the file behind a link. */
export function createImport(clientId: string, body: CreateImport): Promise<Artifact> {
  return request("POST", "/api/v1/artifacts/import", Artifact, { clientId, body });
}

/** What it fetches now, and what it could not get. */
export async function listImports(clientId: string, signal?: AbortSignal): Promise<Import[]> {
  return (await request("GET", "/api/v1/imports", ImportList, { clientId, signal })).items;
}

export function retryImport(clientId: string, artifactId: string): Promise<Artifact> {
  return request("POST", `/api/v1/imports/${artifactId}/retry`, Artifact, { clientId });
}
