import { assertAdministrator, limit, type PersonContext } from "@/lib/auth";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs";
import { isServed, newProbeKey, probeShown, probeText, probeUpload } from "@/lib/storage";
import { closeProbeJob, probeId } from "./close-probe";
import { findStore } from "./find-store";
import { probeClient } from "./probe-client";
import type { Probe } from "./schema";

const perStore = { points: 30, durationSeconds: 60 };
const lifeMs = 10 * 60_000;

/** What a page needs to try the store itself. What it leaves is deleted after ten minutes. */
export async function openProbe(ctx: PersonContext, id: string): Promise<Probe> {
  assertAdministrator(ctx);
  const driver = findStore(ctx, id);
  if (isServed(driver)) {
    throw new AppError("precondition_failed", "browsers send to this store through this server", {
      reason: "store_not_direct",
    });
  }
  await limit(ctx, "probe-store", id, perStore);
  const clientId = await probeClient(ctx);
  const key = newProbeKey(clientId);
  const { url, headers } = await driver.signPut(probeUpload(key));
  const read = await driver.signGet(key, probeShown());
  const runAt = new Date(Date.now() + lifeMs);
  await enqueue(ctx, closeProbeJob, { storeId: id, clientId, probeId: probeId(key) }, { runAt });
  return { id: probeId(key), put: { url, headers }, url: read, text: probeText };
}
