import type { Upload } from "@/lib/uploads/schema";
import type { CreateVersion, TrimVideo, VersionList } from "@/lib/versions/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const uploadShape = shapesOf(() => import("@/lib/uploads/schema"));
const versionsShape = shapesOf(() => import("@/lib/versions/schema"));

const root = (artifactId: string) => `/api/v1/artifacts/${artifactId}/versions`;

export function listVersions(
  clientId: string,
  artifactId: string,
  signal?: AbortSignal,
): Promise<VersionList> {
  return request("GET", root(artifactId), versionsShape("VersionList"), { clientId, signal });
}

export function createVersion(
  clientId: string,
  artifactId: string,
  body: CreateVersion,
): Promise<Upload> {
  return request("POST", root(artifactId), uploadShape("Upload"), { clientId, body });
}

export function trimVideo(
  clientId: string,
  artifactId: string,
  body: TrimVideo,
): Promise<{ number: number }> {
  return request("POST", `${root(artifactId)}/trim`, versionsShape("TrimmedVersion"), {
    clientId,
    body,
  });
}

export async function restoreVersion(
  clientId: string,
  artifactId: string,
  number: number,
): Promise<void> {
  await send("POST", `${root(artifactId)}/${number}/restore`, { clientId });
}

export async function deleteVersion(
  clientId: string,
  artifactId: string,
  number: number,
): Promise<void> {
  await send("DELETE", `${root(artifactId)}/${number}`, { clientId });
}
