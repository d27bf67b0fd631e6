import type { BulkResult } from "@/lib/artifacts/schema";
import type { CreateTag, DeletedTag, Tag, TagArtifacts, UpdateTag } from "@/lib/tags/schema";
import { request } from "./request";
import { shapesOf } from "./shapes";

const artifactShape = shapesOf(() => import("@/lib/artifacts/schema"));
const tagsShape = shapesOf(() => import("@/lib/tags/schema"));

const root = "/api/v1/tags";
const pathOf = (name: string) => `${root}/${encodeURIComponent(name)}`;

export async function listTags(clientId: string, signal?: AbortSignal): Promise<Tag[]> {
  return (await request("GET", root, tagsShape("TagList"), { clientId, signal })).items;
}

export function createTag(clientId: string, body: CreateTag): Promise<Tag> {
  return request("POST", root, tagsShape("Tag"), { clientId, body });
}

export function updateTag(clientId: string, name: string, body: UpdateTag): Promise<Tag> {
  return request("PATCH", pathOf(name), tagsShape("Tag"), { clientId, body });
}

export function deleteTag(clientId: string, name: string): Promise<DeletedTag> {
  return request("DELETE", pathOf(name), tagsShape("DeletedTag"), { clientId });
}

export function tagArtifacts(clientId: string, body: TagArtifacts): Promise<BulkResult> {
  return request("POST", "/api/v1/artifacts/tags", artifactShape("BulkResult"), { clientId, body });
}
