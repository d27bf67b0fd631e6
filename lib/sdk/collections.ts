import type { BulkResult } from "@/lib/artifacts/schema";
import type {
  ChangeItems,
  Collection,
  CreateCollection,
  DeletedCollection,
  UpdateCollection,
} from "@/lib/collections/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const artifactShape = shapesOf(() => import("@/lib/artifacts/schema"));
const collectionsShape = shapesOf(() => import("@/lib/collections/schema"));

const root = "/api/v1/collections";

export async function listCollections(
  clientId: string,
  signal?: AbortSignal,
): Promise<Collection[]> {
  return (await request("GET", root, collectionsShape("CollectionList"), { clientId, signal }))
    .items;
}

export function createCollection(
  clientId: string,
  body: CreateCollection,
): Promise<{ id: string }> {
  return request("POST", root, collectionsShape("CreatedCollection"), { clientId, body });
}

export async function updateCollection(
  clientId: string,
  id: string,
  body: UpdateCollection,
): Promise<void> {
  await send("PATCH", `${root}/${id}`, { clientId, body });
}

export function deleteCollection(clientId: string, id: string): Promise<DeletedCollection> {
  return request("DELETE", `${root}/${id}`, collectionsShape("DeletedCollection"), { clientId });
}

export function changeItems(clientId: string, id: string, body: ChangeItems): Promise<BulkResult> {
  return request("POST", `${root}/${id}/items`, artifactShape("BulkResult"), { clientId, body });
}
