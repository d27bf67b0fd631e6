import type { SetQuota, Usage } from "@/lib/quotas/schema";
import { request } from "./request";
import { shapesOf } from "./shapes";

const quotaShape = shapesOf(() => import("@/lib/quotas/schema"));

/** What the client has and may have. */
export function getUsage(clientId: string, signal?: AbortSignal): Promise<Usage> {
  return request("GET", "/api/v1/usage", quotaShape("Usage"), { clientId, signal });
}

/** For administrators. */
export function setQuota(clientId: string, body: SetQuota): Promise<Usage> {
  return request("PUT", `/api/v1/clients/${clientId}/quota`, quotaShape("Usage"), { body });
}
