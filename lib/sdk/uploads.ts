import type { Artifact } from "@/lib/artifacts/schema";
import type { CompleteUpload, SignedUpload, UploadProgress } from "@/lib/uploads/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const artifactShape = shapesOf(() => import("@/lib/artifacts/schema"));
const uploadShape = shapesOf(() => import("@/lib/uploads/schema"));

const root = "/api/v1/uploads";

export function getUpload(
  clientId: string,
  id: string,
  signal?: AbortSignal,
): Promise<UploadProgress> {
  return request("GET", `${root}/${id}`, uploadShape("UploadProgress"), {
    clientId,
    signal,
  });
}

/** Fresh URLs for parts of an open upload. */
export async function signParts(
  clientId: string,
  id: string,
  partNumbers: number[],
  signal?: AbortSignal,
): Promise<SignedUpload[]> {
  const { requests } = await request("POST", `${root}/${id}/parts`, uploadShape("SignedParts"), {
    clientId,
    body: { partNumbers },
    signal,
  });
  return requests;
}

/** Answers the artifact that the upload belongs to. */
export function completeUpload(
  clientId: string,
  id: string,
  body: CompleteUpload,
  signal?: AbortSignal,
): Promise<Artifact> {
  return request("POST", `${root}/${id}/complete`, artifactShape("Artifact"), {
    clientId,
    body,
    signal,
  });
}

export async function abortUpload(clientId: string, id: string): Promise<void> {
  await send("DELETE", `${root}/${id}`, { clientId });
}
