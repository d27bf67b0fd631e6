import { assertAdministrator, type PersonContext } from "@/lib/auth";
import type { BaseContext } from "@/lib/context";
import { probeKeyOf } from "@/lib/storage";
import { findStore } from "./find-store";
import { probeClient } from "./probe-client";

export const closeProbeJob = "close-probe";

export function probeId(key: string): string {
  return key.slice(key.lastIndexOf("/") + 1);
}

/** Deletes what a page has sent to try the store. */
export async function closeProbe(ctx: PersonContext, storeId: string, id: string): Promise<void> {
  assertAdministrator(ctx);
  await deleteProbe(ctx, { storeId, clientId: await probeClient(ctx), probeId: id });
}

interface OpenedProbe {
  storeId: string;
  clientId: string;
  probeId: string;
}

export async function deleteProbe(
  ctx: BaseContext,
  { storeId, clientId, probeId }: OpenedProbe,
): Promise<void> {
  await findStore(ctx, storeId).delete(probeKeyOf(clientId, probeId));
}
