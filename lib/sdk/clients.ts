import type {
  Client,
  CreateClient,
  CreateSite,
  Site,
  SiteList,
  UpdateClient,
  UpdateSite,
} from "@/lib/clients/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const clientShape = shapesOf(() => import("@/lib/clients/schema"));

export async function listClients(signal?: AbortSignal): Promise<Client[]> {
  const { items } = await request("GET", "/api/v1/clients", clientShape("ClientList"), { signal });
  return items;
}

export function createClient(body: CreateClient): Promise<Client> {
  return request("POST", "/api/v1/clients", clientShape("Client"), { body });
}

export function updateClient(clientId: string, body: UpdateClient): Promise<Client> {
  return request("PATCH", `/api/v1/clients/${clientId}`, clientShape("Client"), { clientId, body });
}

/** With the regions that a site can be put into. */
export function listSites(clientId: string, signal?: AbortSignal): Promise<SiteList> {
  return request("GET", "/api/v1/sites", clientShape("SiteList"), { clientId, signal });
}

export function createSite(clientId: string, body: CreateSite): Promise<Site> {
  return request("POST", "/api/v1/sites", clientShape("Site"), { clientId, body });
}

export function updateSite(clientId: string, id: string, body: UpdateSite): Promise<Site> {
  return request("PATCH", `/api/v1/sites/${id}`, clientShape("Site"), { clientId, body });
}

export async function deleteSite(clientId: string, id: string): Promise<void> {
  await send("DELETE", `/api/v1/sites/${id}`, { clientId });
}
