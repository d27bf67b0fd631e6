import type { CreateSavedView, SavedView, UpdateSavedView } from "@/lib/saved-views/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const savedViewsShape = shapesOf(() => import("@/lib/saved-views/schema"));

export async function listSavedViews(clientId: string, signal?: AbortSignal): Promise<SavedView[]> {
  const path = "/api/v1/saved-views";
  const { items } = await request("GET", path, savedViewsShape("SavedViewList"), {
    clientId,
    signal,
  });
  return items;
}

export function createSavedView(clientId: string, body: CreateSavedView): Promise<SavedView> {
  return request("POST", "/api/v1/saved-views", savedViewsShape("SavedView"), { clientId, body });
}

export function updateSavedView(
  clientId: string,
  id: string,
  body: UpdateSavedView,
): Promise<SavedView> {
  return request("PATCH", `/api/v1/saved-views/${id}`, savedViewsShape("SavedView"), {
    clientId,
    body,
  });
}

export async function deleteSavedView(clientId: string, id: string): Promise<void> {
  await send("DELETE", `/api/v1/saved-views/${id}`, { clientId });
}
