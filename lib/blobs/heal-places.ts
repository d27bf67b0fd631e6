import { type BaseContext, type Context, jobContext } from "@/lib/context";
import { copyBlob } from "./copy-blob";
import { findSource } from "./find-source";
import { findSuspects } from "./find-suspects";
import type { Lying } from "./lying";
import { unlimited, verifyPlace } from "./verify-place";
import { withLock } from "./with-lock";

export const healJob = "heal-places";
/** A try that failed without anything known to be wrong is not made again before. */
const pauseMs = 6 * 60 * 60 * 1000;

/** Heals what was found damaged or missing, as far as sound bytes are known; answers how many. */
export async function healPlaces(ctx: BaseContext, signal: AbortSignal): Promise<number> {
  const healed = await withLock(ctx, "heal", async () => {
    let count = 0;
    for await (const suspect of findSuspects(ctx)) {
      if (signal.aborted) return count;
      const one = jobContext(ctx, healJob, suspect.clientId, ctx.log);
      if (await isHealed(one, suspect, signal)) count += 1;
      else if (!signal.aborted) await pause(one, suspect);
    }
    return count;
  });
  return healed ?? 0;
}

async function isHealed(ctx: Context, suspect: Lying, signal: AbortSignal): Promise<boolean> {
  try {
    // Somebody may have put the bytes back, or the disk that was away: then nothing is copied.
    const verdict = await verifyPlace(ctx, suspect, { bytesPerSecond: unlimited, signal });
    if (verdict === "right") return true;
    return verdict !== "unread" && (await isWrittenAnew(ctx, suspect, signal));
  } catch (err) {
    if (signal.aborted) return false;
    ctx.log.warn({ err, backendId: suspect.backendId }, "a file could not be healed");
    return false;
  }
}

async function isWrittenAnew(ctx: Context, suspect: Lying, signal: AbortSignal): Promise<boolean> {
  const { id, blobId, backendId: to } = suspect;
  for (const tried: string[] = []; ; ) {
    const source =
      (await findSource(ctx, ctx.clientId, [blobId], tried)) ??
      (await findSource(ctx, ctx.clientId, await equalBlobs(ctx, suspect), tried));
    if (!source) return false;
    const outcome = await copyBlob(ctx, source, { to, blobId, replaces: id, signal });
    if (outcome === "copied") return true;
    tried.push(source.id);
  }
}

/** Others of this client with the same bytes: somebody has uploaded them again. */
async function equalBlobs({ db, clientId }: Context, { blobId, sha256, sizeBytes }: Lying) {
  if (sha256 === null) return [];
  const blobs = await db.blob.findMany({
    where: { clientId, sha256, sizeBytes, state: "VERIFIED", id: { not: blobId } },
    select: { id: true },
  });
  return blobs.map(({ id }) => id);
}

/** Over as soon as sound bytes turn up anywhere, or somebody asks. */
async function pause({ db, clientId }: Context, { id }: Lying): Promise<void> {
  const healAfter = new Date(Date.now() + pauseMs);
  await db.placement.updateMany({ where: { clientId, id }, data: { healAfter } });
}
