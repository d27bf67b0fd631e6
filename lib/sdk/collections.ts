import { z } from "zod";
import { BulkResult } from "@/lib/artifacts/schema";
import {
  type ChangeItems,
  type Collection,
  CollectionList,
  type CreateCollection,
  DeletedCollection,
  type UpdateCollection,
} from "@/lib/collections/schema";
import { request, send } from "./request";

const root = "/api/v1/collections";

export async function listCollections(
  clientId: string,
  signal?: AbortSignal,
): Promise<Collection[]> {
  return (await request("GET", root, CollectionList, { clientId, signal })).items;
}

export function createCollection(
  clientId: string,
  body: CreateCollection,
): Promise<{ id: string }> {
  return request("POST", root, z.object({ id: z.uuid() }), { clientId, body });
}

export async function updateCollection(
  clientId: string,
  id: string,
  body: UpdateCollection,
): Promise<void> {
  await send("PATCH", `${root}/${id}`, { clientId, body });
}

export function deleteCollection(clientId: string, id: string): Promise<DeletedCollection> {
  return request("DELETE", `${root}/${id}`, DeletedCollection, { clientId });
}

export function changeItems(clientId: string, id: string, body: ChangeItems): Promise<BulkResult> {
  return request("POST", `${root}/${id}/items`, BulkResult, { clientId, body });
}
