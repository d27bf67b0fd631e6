import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { cutFilm, type MediaPrograms, objectSource } from "@/lib/media";
import { newObjectKey } from "@/lib/storage";
import { acceptVersion } from "./accept-version";
import { failVersion } from "./process-version";

export const cutVideoJob = "cut-video";
const maxCuts = 3;

export function orderCut(ctx: Context, artifactId: string, number: number): Promise<void> {
  const payload = { clientId: ctx.clientId, artifactId, number };
  return enqueue(ctx, cutVideoJob, payload, { maxAttempts: maxCuts });
}

const Edit = z.object({ fromVersion: z.int(), startMs: z.int(), endMs: z.int() });

interface CutOptions {
  number: number;
  programs: MediaPrograms;
  signal: AbortSignal;
  isLastAttempt: boolean;
  attempt: number;
}

/** Makes the bytes of a version that was asked for; then they are examined like any others. */
export async function cutVideo(
  ctx: Context,
  artifactId: string,
  { number, programs, signal, isLastAttempt, attempt }: CutOptions,
): Promise<void> {
  const { clientId } = ctx;
  const where = { clientId, artifactId, number, state: "PENDING", blobId: null } as const;
  const version = await ctx.db.artifactVersion.findFirst({ where });
  if (!version) return;
  // Beyond the last attempt: the film has ended the process itself, again and again.
  if (attempt > maxCuts) return failVersion(ctx, artifactId, number, "processing_failed");
  const { fromVersion, startMs, endMs } = Edit.parse(version.edit);
  const from = await ctx.db.artifactVersion.findFirst({
    where: { clientId, artifactId, number: fromVersion },
    include: { blob: { include: { placements: { where: { state: "PRESENT" } } } } },
  });
  const [placement] = ctx.storage.byPreference(from?.blob?.placements ?? []);
  if (!from?.blob || !placement) {
    return failVersion(ctx, artifactId, number, "processing_failed");
  }
  const source = objectSource(
    ctx.storage.at(placement),
    placement.objectKey,
    Number(from.blob.sizeBytes),
  );
  const directory = await mkdtemp(join(tmpdir(), "vitrine-cut-"));
  try {
    const path = join(directory, "cut.mp4");
    const { contentType } = from.blob;
    if (!(await cutFilm(source, { contentType, startMs, endMs, path }, programs, signal))) {
      return await failVersion(ctx, artifactId, number, "processing_failed");
    }
    const bytes = await store(ctx, path);
    await transaction(ctx, (ctx) => acceptVersion(ctx, { artifactId, number, bytes }));
  } catch (error) {
    if (isLastAttempt && !signal.aborted) {
      await failVersion(ctx, artifactId, number, "processing_failed");
    }
    throw error;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function store(ctx: Context, path: string) {
  const objectKey = newObjectKey(ctx.clientId, "originals");
  const contentType = "video/mp4";
  const { size } = await stat(path);
  const options = { contentType, sizeBytes: size };
  const body = createReadStream(path);
  return {
    ...(await ctx.storage.put(ctx.clientId, objectKey, body, options)),
    objectKey,
    contentType,
  };
}
