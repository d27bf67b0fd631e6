import { z } from "zod";
import { Upload } from "@/lib/uploads/schema";
import { type CreateVersion, type TrimVideo, VersionList } from "@/lib/versions/schema";
import { request, send } from "./request";

const root = (artifactId: string) => `/api/v1/artifacts/${artifactId}/versions`;

export function listVersions(
  clientId: string,
  artifactId: string,
  signal?: AbortSignal,
): Promise<VersionList> {
  return request("GET", root(artifactId), VersionList, { clientId, signal });
}

export function createVersion(
  clientId: string,
  artifactId: string,
  body: CreateVersion,
): Promise<Upload> {
  return request("POST", root(artifactId), Upload, { clientId, body });
}

export function trimVideo(
  clientId: string,
  artifactId: string,
  body: TrimVideo,
): Promise<{ number: number }> {
  const answer = z.object({ number: z.number() });
  return request("POST", `${root(artifactId)}/trim`, answer, { clientId, body });
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
