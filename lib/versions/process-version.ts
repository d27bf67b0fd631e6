import {
  attachPoster,
  examine,
  maxAttempts,
  orderRenditions,
  type Processing,
  saveFacts,
  storeRendered,
} from "@/lib/artifacts";
import type { FailureReason } from "@/lib/artifacts/schema";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import type { MediaPrograms } from "@/lib/media";
import { publish } from "@/lib/realtime";
import { showVersion } from "./show-version";

export const processVersionJob = "process-version";

interface VersionOptions {
  number: number;
  claimedSha256: string | null;
  programs: MediaPrograms;
  signal: AbortSignal;
  attempt: number;
}

/**
 * Examines the bytes of a version as those of a new artifact are, and shows them when they are
 * good. What was there before goes on playing until then, and for good when they are not. Of two
 * that arrive together the later one is shown in the end. Said twice it does nothing.
 */
export async function processVersion(
  ctx: Context,
  artifactId: string,
  { number, claimedSha256, programs, signal, attempt }: VersionOptions,
): Promise<void> {
  const found = await findPending(ctx, artifactId, number);
  if (!found) return;
  const work = { ...found, claimedSha256 };
  if (attempt > maxAttempts) return failVersion(ctx, artifactId, number, "processing_failed");
  try {
    const { failure, media, poster } = await examine(ctx, work, programs, signal);
    if (failure) return await failVersion(ctx, artifactId, number, failure);
    // Bytes first, then the row.
    const stored = poster && (await storeRendered(ctx, poster));
    await transaction(ctx, async (ctx) => {
      const shown = await lockShown(ctx, artifactId);
      if (shown === undefined) return;
      if (media) await saveFacts(ctx, work, media);
      if (stored && poster) await attachPoster(ctx, artifactId, work.blobId, stored, poster);
      const data = { state: "READY", contentType: media?.contentType ?? work.contentType } as const;
      if (!(await settle(ctx, artifactId, number, data))) return;
      const isPlayed = media?.kind === "video" || media?.kind === "audio";
      if (isPlayed) await orderRenditions(ctx, artifactId, work.blobId);
      if (number > shown) await showVersion(ctx, artifactId, number);
      await audit(ctx, "artifact.replace", artifactId, { number });
    });
  } catch (error) {
    if (attempt === maxAttempts && !signal.aborted) {
      await failVersion(ctx, artifactId, number, "processing_failed");
    }
    throw error;
  }
}

async function findPending(
  ctx: Context,
  artifactId: string,
  number: number,
): Promise<Omit<Processing, "claimedSha256"> | undefined> {
  const { clientId } = ctx;
  const version = await ctx.db.artifactVersion.findFirst({
    where: { clientId, artifactId, number, state: "PENDING" },
    include: {
      artifact: { select: { type: true } },
      blob: { include: { placements: { where: { state: "PRESENT" } }, renditions: true } },
    },
  });
  if (!version?.blob) return undefined;
  const { blob, contentType } = version;
  const [placement] = ctx.storage.byPreference(blob.placements);
  if (!placement) throw new Error(`blob ${blob.id} has no placement`);
  return {
    artifactId,
    type: version.artifact.type,
    contentType,
    blobId: blob.id,
    sizeBytes: Number(blob.sizeBytes),
    sha256: blob.sha256,
    hasPoster: blob.renditions.some(({ kind }) => kind === "POSTER"),
    place: placement,
    objectKey: placement.objectKey,
  };
}

/** Which version is shown; nobody changes that until the transaction ends. */
async function lockShown(ctx: Context, artifactId: string): Promise<number | undefined> {
  const [row] = await ctx.db.$queryRaw<{ version_number: number }[]>`
    select version_number from artifacts
    where client_id = ${ctx.clientId} and id = ${artifactId}::uuid and status <> 'DELETED'
    for update`;
  return row?.version_number;
}

async function settle(
  ctx: Context,
  artifactId: string,
  number: number,
  data: { state: "READY"; contentType: string } | { state: "FAILED"; failureReason: FailureReason },
): Promise<boolean> {
  const { clientId } = ctx;
  const where = { clientId, artifactId, number, state: "PENDING" } as const;
  return (await ctx.db.artifactVersion.updateMany({ where, data })).count === 1;
}

export async function failVersion(
  ctx: Context,
  artifactId: string,
  number: number,
  failureReason: FailureReason,
): Promise<void> {
  await transaction(ctx, async (ctx) => {
    if (!(await settle(ctx, artifactId, number, { state: "FAILED", failureReason }))) return;
    await audit(ctx, "artifact.replace-fail", artifactId, { number, reason: failureReason });
    await publish(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: [artifactId] });
  });
}
