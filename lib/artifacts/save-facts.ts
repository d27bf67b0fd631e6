import type { Context } from "@/lib/context";
import type { Prisma } from "@/lib/db";
import type { ProbedMedia } from "@/lib/media";
import type { Processing } from "./find-processing";

/** What the probe found, on the bytes and on the artifact that shows them. */
export async function saveFacts(ctx: Context, work: Processing, media: ProbedMedia): Promise<void> {
  const { clientId } = ctx;
  const shown = {
    durationMs: media.durationMs ?? null,
    width: media.width ?? null,
    height: media.height ?? null,
  };
  await ctx.db.blob.updateMany({
    where: { clientId, id: work.blobId },
    data: {
      contentType: media.contentType ?? work.contentType,
      ...shown,
      facts: media.facts satisfies Prisma.InputJsonObject,
    },
  });
  await ctx.db.artifact.updateMany({
    where: { clientId, id: work.artifactId, blobId: work.blobId },
    data: shown,
  });
}
