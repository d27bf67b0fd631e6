import {
  Client,
  ClientList,
  type CreateClient,
  type CreateSite,
  Site,
  SiteList,
  type UpdateClient,
  type UpdateSite,
} from "@/lib/clients/schema";
import { request, send } from "./request";

export async function listClients(signal?: AbortSignal): Promise<Client[]> {
  const { items } = await request("GET", "/api/v1/clients", ClientList, { signal });
  return items;
}

export function createClient(body: CreateClient): Promise<Client> {
  return request("POST", "/api/v1/clients", Client, { body });
}

export function updateClient(clientId: string, body: UpdateClient): Promise<Client> {
  return request("PATCH", `/api/v1/clients/${clientId}`, Client, { clientId, body });
}

export async function listSites(clientId: string, signal?: AbortSignal): Promise<Site[]> {
  const { items } = await request("GET", "/api/v1/sites", SiteList, { clientId, signal });
  return items;
}

export function createSite(clientId: string, body: CreateSite): Promise<Site> {
  return request("POST", "/api/v1/sites", Site, { clientId, body });
}

export function updateSite(clientId: string, id: string, body: UpdateSite): Promise<Site> {
  return request("PATCH", `/api/v1/sites/${id}`, Site, { clientId, body });
}

export async function deleteSite(clientId: string, id: string): Promise<void> {
  await send("DELETE", `/api/v1/sites/${id}`, { clientId });
}
