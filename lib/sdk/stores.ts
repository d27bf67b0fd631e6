import type {
  CareOrder,
  DamagedPage,
  DamagedQuery,
  Examination,
  Probe,
  StartCare,
  StorageUse,
  StoreList,
} from "@/lib/stores/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const storeShape = shapesOf(() => import("@/lib/stores/schema"));

const path = (id: string) => `/api/v1/stores/${encodeURIComponent(id)}`;

/** For administrators: the places where files lie. */
export function listStores(signal?: AbortSignal): Promise<StoreList> {
  return request("GET", "/api/v1/stores", storeShape("StoreList"), { signal });
}

/** How much of what kind each client has where. */
export function getStorageUse(signal?: AbortSignal): Promise<StorageUse> {
  return request("GET", "/api/v1/stores/use", storeShape("StorageUse"), { signal });
}

/** What is lost or damaged in one of them. */
export function listDamaged(
  id: string,
  query: DamagedQuery,
  signal?: AbortSignal,
): Promise<DamagedPage> {
  return request("GET", `${path(id)}/damaged`, storeShape("DamagedPage"), { query, signal });
}

/** Begins now what the clock would begin by itself; with `isDryRun` it only tells how much it is. */
export function startCare(id: string, body: StartCare): Promise<CareOrder> {
  return request("POST", `${path(id)}/care`, storeShape("CareOrder"), { body });
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
