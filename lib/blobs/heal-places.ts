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
      const outcome = await heal(one, suspect, signal);
      if (outcome === "healed") count += 1;
      else if (outcome === "failed" && !signal.aborted) await pause(one, suspect);
    }
    return count;
  });
  return healed ?? 0;
}

/** `impossible` now: its store does not answer, or no sound bytes are known; nothing was tried. */
type Outcome = "healed" | "failed" | "impossible";

async function heal(ctx: Context, suspect: Lying, signal: AbortSignal): Promise<Outcome> {
  try {
    // Somebody may have put the bytes back, or the disk that was away: then nothing is copied.
    const verdict = await verifyPlace(ctx, suspect, { bytesPerSecond: unlimited, signal });
    if (verdict === "right") return "healed";
    return verdict === "unread" ? "impossible" : await writeAnew(ctx, suspect, signal);
  } catch (err) {
    if (!signal.aborted)
      ctx.log.warn({ err, backendId: suspect.backendId }, "a file could not be healed");
    return "failed";
  }
}

async function writeAnew(ctx: Context, suspect: Lying, signal: AbortSignal): Promise<Outcome> {
  const { id, blobId, backendId: to } = suspect;
  for (const tried: string[] = []; ; ) {
    const source =
      (await findSource(ctx, ctx.clientId, [blobId], tried)) ??
      (await findSource(ctx, ctx.clientId, await equalBlobs(ctx, suspect), tried));
    if (!source) return tried.length > 0 ? "failed" : "impossible";
    const outcome = await copyBlob(ctx, source, { to, blobId, replaces: id, signal });
    if (outcome === "copied") return "healed";
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
