import { BulkResult } from "@/lib/artifacts/schema";
import {
  type CreateTag,
  DeletedTag,
  Tag,
  type TagArtifacts,
  TagList,
  type UpdateTag,
} from "@/lib/tags/schema";
import { request } from "./request";

const root = "/api/v1/tags";
const pathOf = (name: string) => `${root}/${encodeURIComponent(name)}`;

export async function listTags(clientId: string, signal?: AbortSignal): Promise<Tag[]> {
  return (await request("GET", root, TagList, { clientId, signal })).items;
}

export function createTag(clientId: string, body: CreateTag): Promise<Tag> {
  return request("POST", root, Tag, { clientId, body });
}

export function updateTag(clientId: string, name: string, body: UpdateTag): Promise<Tag> {
  return request("PATCH", pathOf(name), Tag, { clientId, body });
}

export function deleteTag(clientId: string, name: string): Promise<DeletedTag> {
  return request("DELETE", pathOf(name), DeletedTag, { clientId });
}

export function tagArtifacts(clientId: string, body: TagArtifacts): Promise<BulkResult> {
  return request("POST", "/api/v1/artifacts/tags", BulkResult, { clientId, body });
}
