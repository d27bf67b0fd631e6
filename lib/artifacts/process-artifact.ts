import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import type { MediaPrograms, Poster, ProbedMedia } from "@/lib/media";
import { publish } from "@/lib/realtime";
import { attachPoster } from "./attach-poster";
import { examine } from "./examine";
import { findProcessing, type Processing } from "./find-processing";
import { orderRenditions } from "./make-renditions";
import { moveArtifact } from "./move-artifact";
import { saveFacts } from "./save-facts";
import type { FailureReason } from "./schema";
import { settleVersion } from "./settle-version";
import { storeRendered } from "./store-rendered";

export const processJob = "process-artifact";
export const maxAttempts = 5;

interface ProcessOptions {
  programs: MediaPrograms;
  signal: AbortSignal;
  attempt: number;
}

/**
 * Proves the hash, reads the facts, takes the poster: PROCESSING → AVAILABLE, or FAILED with a
 * reason. Said twice it does nothing. Throws only what is worth another try.
 */
export async function processArtifact(
  ctx: Context,
  artifactId: string,
  { programs, signal, attempt }: ProcessOptions,
): Promise<void> {
  const work = await findProcessing(ctx, artifactId);
  if (!work) return;
  // Beyond the last attempt: the file has ended the process itself, again and again.
  if (attempt > maxAttempts) return fail(ctx, work, "processing_failed");
  try {
    const { failure, media, poster } = await examine(ctx, work, programs, signal);
    if (failure) return await fail(ctx, work, failure, media);
    await succeed(ctx, work, media, poster);
  } catch (error) {
    if (attempt === maxAttempts && !signal.aborted) await fail(ctx, work, "processing_failed");
    throw error;
  }
}

async function succeed(
  ctx: Context,
  work: Processing,
  media: ProbedMedia | undefined,
  poster: Poster | undefined,
): Promise<void> {
  // Bytes first, then the row.
  const stored = poster && (await storeRendered(ctx, poster));
  await transaction(ctx, async (ctx) => {
    const contentType = media?.contentType ?? work.contentType;
    if (media) await saveFacts(ctx, work, media);
    if (stored && poster) {
      await attachPoster(ctx, work.artifactId, work.blobId, stored, poster);
    }
    if (!(await moveArtifact(ctx, work.artifactId, "AVAILABLE", { contentType }))) return;
    await settleVersion(ctx, work, { state: "READY" });
    const isPlayed = media?.kind === "video" || media?.kind === "audio";
    if (isPlayed) await orderRenditions(ctx, work.artifactId, work.blobId);
    await audit(ctx, "artifact.process", work.artifactId);
    await publish(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: [work.artifactId] });
  });
}

async function fail(
  ctx: Context,
  work: Processing,
  reason: FailureReason,
  media?: ProbedMedia,
): Promise<void> {
  await transaction(ctx, async (ctx) => {
    if (media && media.kind !== "other") await saveFacts(ctx, work, media);
    if (!(await moveArtifact(ctx, work.artifactId, "FAILED", { failureReason: reason }))) return;
    await settleVersion(ctx, work, { state: "FAILED", failureReason: reason });
    await audit(ctx, "artifact.fail", work.artifactId, { reason });
    await publish(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: [work.artifactId] });
  });
}
