import type {
  FindingPage,
  FindingQuery,
  Reconciliation,
  StartReconciliation,
} from "@/lib/reconciliations/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const shape = shapesOf(() => import("@/lib/reconciliations/schema"));

const root = "/api/v1/stores";

/** For administrators: the latest comparison of every store with its records, or one's last ten. */
export async function listReconciliations(
  signal?: AbortSignal,
  storeId?: string,
): Promise<Reconciliation[]> {
  const path = `${root}${storeId ? `/${encodeURIComponent(storeId)}` : ""}/reconciliations`;
  const { items } = await request("GET", path, shape("ReconciliationList"), { signal });
  return items;
}

/** Answers at once; how far it is, the list says. */
export function startReconciliation(
  storeId: string,
  body: StartReconciliation,
): Promise<Reconciliation> {
  const path = `${root}/${encodeURIComponent(storeId)}/reconciliations`;
  return request("POST", path, shape("Reconciliation"), { body });
}

export function listFindings(query: FindingQuery, signal?: AbortSignal): Promise<FindingPage> {
  return request("GET", `${root}/findings`, shape("FindingPage"), { query, signal });
}

/** Bytes that no record names stay for good. */
export async function releaseFinding(id: string): Promise<void> {
  await send("POST", `${root}/findings/${id}/release`, {});
}

/** Bytes that no record names go now, without waiting. */
export async function deleteFinding(id: string): Promise<void> {
  await send("DELETE", `${root}/findings/${id}`, {});
}
