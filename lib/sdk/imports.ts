import type { Artifact } from "@/lib/artifacts/schema";
import type { CreateImport, Import } from "@/lib/imports/schema";
import { request } from "./request";
import { shapesOf } from "./shapes";

const artifactShape = shapesOf(() => import("@/lib/artifacts/schema"));
const importShape = shapesOf(() => import("@/lib/imports/schema"));

/** The server fetches the file behind a link. */
export function createImport(clientId: string, body: CreateImport): Promise<Artifact> {
  return request("POST", "/api/v1/artifacts/import", artifactShape("Artifact"), { clientId, body });
}

/** What it fetches now, and what it could not get. */
export async function listImports(clientId: string, signal?: AbortSignal): Promise<Import[]> {
  const answer = importShape("ImportList");
  return (await request("GET", "/api/v1/imports", answer, { clientId, signal })).items;
}

export function retryImport(clientId: string, artifactId: string): Promise<Artifact> {
  const path = `/api/v1/imports/${artifactId}/retry`;
  return request("POST", path, artifactShape("Artifact"), { clientId });
}
