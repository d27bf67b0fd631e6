import { z } from "zod";
import { Artifact } from "@/lib/artifacts/schema";
import { type CompleteUpload, SignedUpload, UploadProgress } from "@/lib/uploads/schema";
import { request, send } from "./request";

const root = "/api/v1/uploads";

export function getUpload(
  clientId: string,
  id: string,
  signal?: AbortSignal,
): Promise<UploadProgress> {
  return request("GET", `${root}/${id}`, UploadProgress, {
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
  const { requests } = await request("POST", `${root}/${id}/parts`, SignedParts, {
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
  return request("POST", `${root}/${id}/complete`, Artifact, { clientId, body, signal });
}

export async function abortUpload(clientId: string, id: string): Promise<void> {
  await send("DELETE", `${root}/${id}`, { clientId });
}

const SignedParts = z.object({ requests: z.array(SignedUpload) });
