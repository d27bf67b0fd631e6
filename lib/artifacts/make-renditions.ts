import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { type MediaPrograms, objectSource, takeStoryboard, takeWaveform } from "@/lib/media";
import { publish } from "@/lib/realtime";
import type { Place } from "@/lib/storage";
import { addBlob } from "./add-blob";
import { storeRendered } from "./store-rendered";

export const renditionsJob = "make-renditions";
const maxAttempts = 3;

/** In the transaction that makes these bytes the artifact's: what a preview shows beside them. */
export function orderRenditions(ctx: Context, artifactId: string, blobId: string): Promise<void> {
  const payload = { clientId: ctx.clientId, artifactId, blobId };
  return enqueue(ctx, renditionsJob, payload, {
    jobKey: `${renditionsJob}:${blobId}`,
    maxAttempts,
  });
}

interface RenditionOptions {
  programs: MediaPrograms;
  signal: AbortSignal;
  attempt: number;
}

/**
 * Small frames of a film to scrub by, or how loud a sound is: once for the same bytes, and none
 * without ffmpeg. Throws only what is worth another try.
 */
export async function makeRenditions(
  ctx: Context,
  artifactId: string,
  blobId: string,
  { programs, signal, attempt }: RenditionOptions,
): Promise<void> {
  // Beyond the last attempt: the file has ended the process itself. A preview does without.
  if (attempt > maxAttempts) return;
  const work = await findUnrendered(ctx, blobId);
  if (!work) return;
  const made = await render(ctx, work, programs, signal);
  if (!made) return;
  // Bytes first, then the row.
  const stored = await storeRendered(ctx, made.rendered);
  const isFirst = await transaction(ctx, async (ctx) => {
    const { clientId } = ctx;
    // Held, or bytes that nobody refers to any more would go and leave this picture behind.
    const held = await ctx.db.$queryRaw<object[]>`
      select 1 from blobs
      where client_id = ${clientId} and id = ${blobId}::uuid and state = 'VERIFIED' for share`;
    if (held.length === 0) return false;
    const renditionBlobId = await addBlob(ctx, stored);
    const { count } = await ctx.db.rendition.createMany({
      data: [
        {
          ...{ clientId, sourceBlobId: blobId, kind: work.kind, blobId: renditionBlobId },
          data: made.data,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) {
      await ctx.db.blob.delete({ where: { clientId_id: { clientId, id: renditionBlobId } } });
      return false;
    }
    await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
    return true;
  });
  if (!isFirst) await ctx.storage.at(stored).delete(stored.objectKey);
}

interface Unrendered {
  kind: "STORYBOARD" | "WAVEFORM";
  contentType: string;
  sizeBytes: number;
  durationMs: number;
  width: number | null;
  height: number | null;
  place: Place;
  objectKey: string;
}

/** undefined: neither film nor sound, or rendered already, or gone. */
async function findUnrendered(ctx: Context, blobId: string): Promise<Unrendered | undefined> {
  const { clientId } = ctx;
  const blob = await ctx.db.blob.findFirst({
    where: { clientId, id: blobId, state: "VERIFIED" },
    include: { placements: { where: { state: "PRESENT" } }, renditions: true },
  });
  const [placement] = ctx.storage.byPreference(blob?.placements ?? []);
  if (!blob || !placement) return undefined;
  const { contentType, durationMs, width, height } = blob;
  const isFilm = contentType.startsWith("video/");
  if (!durationMs || !(isFilm || contentType.startsWith("audio/"))) return undefined;
  const kind = isFilm ? "STORYBOARD" : "WAVEFORM";
  if (blob.renditions.some((rendition) => rendition.kind === kind)) return undefined;
  const { objectKey } = placement;
  const sizeBytes = Number(blob.sizeBytes);
  return { kind, contentType, sizeBytes, durationMs, width, height, place: placement, objectKey };
}

async function render(
  ctx: Context,
  { kind, contentType, durationMs, width, height, ...work }: Unrendered,
  programs: MediaPrograms,
  signal: AbortSignal,
) {
  const driver = ctx.storage.at(work.place);
  const source = objectSource(driver, work.objectKey, work.sizeBytes);
  if (kind === "WAVEFORM") {
    const rendered = await takeWaveform(source, { contentType, durationMs }, programs, signal);
    return rendered && { rendered, data: {} };
  }
  if (!width || !height) return undefined;
  const film = { contentType, durationMs, width, height };
  const storyboard = await takeStoryboard(source, film, programs, signal);
  return storyboard && { rendered: storyboard, data: storyboard.layout };
}
