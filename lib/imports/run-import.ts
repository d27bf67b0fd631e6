import type { Context } from "@/lib/context";
import { isAppError } from "@/lib/errors";
import { readUsage } from "@/lib/quotas";
import { runtime } from "@/lib/runtime";
import type { IsAllowed } from "./checked-lookup";
import { failImport } from "./fail-import";
import { findImport, type OpenImport } from "./find-import";
import { importBody } from "./import-body";
import { judgeAnswer } from "./judge-answer";
import { LinkError } from "./link-error";
import { type OpenedLink, openLink } from "./open-link";
import { isPublicAddress } from "./public-address";
import { reserveImport } from "./reserve-import";
import { settleImport } from "./settle-import";

export const importJob = "import-link";
export const maxAttempts = 4;

const wholeMs = 4 * 60 * 60 * 1000;

interface RunOptions {
  signal: AbortSignal;
  isLastAttempt: boolean;
  attempt: number;
  isAllowed?: IsAllowed;
}

/**
 * Fetches what a link leads to straight into the store. What can never work is an outcome; throws
 * only what is worth another try.
 */
export async function runImport(
  ctx: Context,
  artifactId: string,
  { signal, isLastAttempt, attempt, isAllowed = allowedAddress }: RunOptions,
): Promise<void> {
  const work = await findImport(ctx, artifactId);
  if (!work) return;
  // Beyond the last attempt: it has ended the process itself, again and again.
  if (attempt > maxAttempts) return failImport(ctx, artifactId, "processing_failed");
  const calledOff = new AbortController();
  const tooLong = AbortSignal.timeout(wholeMs);
  const stop = AbortSignal.any([signal, tooLong, calledOff.signal]);
  try {
    const url = runtime().secrets.unseal("import", work.sealedUrl);
    if (url === undefined) throw new LinkError("import_unreachable");
    const opened = await openLink(url, isAllowed, stop);
    await receive(ctx, work, opened, stop, () => calledOff.abort());
  } catch (error) {
    if (calledOff.signal.aborted) return;
    signal.throwIfAborted();
    const failure = tooLong.aborted ? new LinkError("import_unreachable") : failureOf(error);
    if (failure?.isPassing === false || (failure && isLastAttempt)) {
      return failImport(ctx, artifactId, failure.reason);
    }
    if (isLastAttempt) await failImport(ctx, artifactId, "processing_failed");
    throw error;
  }
}

async function receive(
  ctx: Context,
  work: OpenImport,
  { url, response }: OpenedLink,
  signal: AbortSignal,
  callOff: () => void,
): Promise<void> {
  try {
    const { maxFileBytes } = await readUsage(ctx, ctx.clientId);
    const { MAX_UPLOAD_BYTES } = runtime().config;
    const maxBytes = Math.min(MAX_UPLOAD_BYTES, maxFileBytes ?? MAX_UPLOAD_BYTES);
    judgeAnswer(response, maxBytes);
    const { stagingKey } = work.upload;
    const contentType = response.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
    const announced = Number(response.headers["content-length"] ?? Number.NaN);
    const totalBytes = Number.isFinite(announced) ? BigInt(announced) : null;
    if (totalBytes !== null) await reserveImport(ctx, work.uploadId, totalBytes);
    const body = importBody(response, {
      ...{ maxBytes, signal },
      onProgress: (receivedBytes) => {
        noteProgress(ctx, work, BigInt(receivedBytes), totalBytes).then(
          (isWanted) => isWanted || callOff(),
          (err: unknown) => ctx.log.warn({ err }, "the progress of an import could not be noted"),
        );
      },
    });
    const options = { contentType: contentType || "application/octet-stream" };
    const stored = await ctx.storage.put(ctx.clientId, stagingKey, body, options);
    if (stored.sizeBytes === 0) throw new LinkError("empty");
    const disposition = response.headers["content-disposition"];
    await settleImport(ctx, work, { ...stored, url, disposition, contentType });
  } finally {
    response.destroy();
  }
}

/** False: it was called off. */
async function noteProgress(
  ctx: Context,
  { artifactId, uploadId }: OpenImport,
  receivedBytes: bigint,
  totalBytes: bigint | null,
): Promise<boolean> {
  const { clientId } = ctx;
  await ctx.db.import.updateMany({
    where: { clientId, artifactId },
    data: { receivedBytes, totalBytes },
  });
  const open = { in: ["OPEN" as const, "COMPLETING" as const] };
  return (await ctx.db.upload.count({ where: { clientId, id: uploadId, state: open } })) === 1;
}

function failureOf(error: unknown): LinkError | undefined {
  if (error instanceof LinkError) return error;
  if (!isAppError(error)) return undefined;
  if (error.reason === "disk_full") return new LinkError("import_no_space", true, { cause: error });
  // Of the client's own limits: trying again by itself would not change them.
  if (error.code === "quota_exceeded") {
    return new LinkError("import_no_space", false, { cause: error });
  }
  if (error.code === "too_large") return new LinkError("import_too_large", false, { cause: error });
  return undefined;
}

function allowedAddress(address: string): boolean {
  return runtime().config.IMPORT_ALLOW_PRIVATE || isPublicAddress(address);
}
