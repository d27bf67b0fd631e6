import type { Examination, Probe, Store } from "@/lib/stores/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const storeShape = shapesOf(() => import("@/lib/stores/schema"));

const path = (id: string) => `/api/v1/stores/${encodeURIComponent(id)}`;

/** For administrators: the places where files lie. */
export async function listStores(signal?: AbortSignal): Promise<Store[]> {
  const { items } = await request("GET", "/api/v1/stores", storeShape("StoreList"), { signal });
  return items;
}

/** Tries the store as the server uses it; takes some seconds. */
export function examineStore(id: string): Promise<Examination> {
  return request("POST", `${path(id)}/examinations`, storeShape("Examination"), {});
}

/** What this browser needs to try the store itself. */
export function openProbe(id: string): Promise<Probe> {
  return request("POST", `${path(id)}/probes`, storeShape("Probe"), {});
}

export async function closeProbe(id: string, probeId: string): Promise<void> {
  await send("DELETE", `${path(id)}/probes/${probeId}`, {});
}
