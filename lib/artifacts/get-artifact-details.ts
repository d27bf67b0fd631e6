import { type Context, requireScope } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { MediaFacts, StoryboardLayout } from "@/lib/media/schema";
import { mediaPath } from "@/lib/storage";
import type { ArtifactDetails } from "./schema";

/** What a list does not need to know: all facts, and what a player shows beside the file. */
export async function getArtifactDetails(ctx: Context, id: string): Promise<ArtifactDetails> {
  requireScope(ctx, "artifacts:read");
  const { clientId } = ctx;
  const artifact = await ctx.db.artifact.findFirst({
    where: { clientId, id, status: { not: "DELETED" } },
    select: {
      site: { select: { id: true, name: true } },
      blob: {
        select: {
          facts: true,
          renditions: {
            where: { kind: { in: ["STORYBOARD", "WAVEFORM"] }, result: { state: "VERIFIED" } },
            select: { kind: true, data: true, result: { select: { sha256: true } } },
          },
        },
      },
    },
  });
  if (!artifact) throw notFound("artifact");
  const find = (wanted: "STORYBOARD" | "WAVEFORM") => {
    const found = artifact.blob?.renditions.find(({ kind }) => kind === wanted);
    const sha256 = found?.result.sha256;
    return sha256
      ? { url: mediaPath({ clientId, artifactId: id, sha256 }), data: found.data }
      : null;
  };
  const storyboard = find("STORYBOARD");
  return {
    site: artifact.site,
    facts: MediaFacts.parse(artifact.blob?.facts ?? {}),
    storyboard: storyboard && { url: storyboard.url, ...StoryboardLayout.parse(storyboard.data) },
    waveformUrl: find("WAVEFORM")?.url ?? null,
  };
}
