import { getArtifact } from "@/lib/artifacts";
import { type Context, requireScope } from "@/lib/context";
import { desiredManifest } from "./desired-manifest";
import { findScreens } from "./find-screens";
import type { ArtifactScreens } from "./schema";

/** Where an artifact plays: of the screens that the caller may see, those that are to show it or still do. */
export async function listArtifactScreens(ctx: Context, id: string): Promise<ArtifactScreens> {
  requireScope(ctx, "screens:read");
  const artifact = await getArtifact(ctx, id);
  const [screens, { artifactIds }] = await Promise.all([
    findScreens(ctx),
    desiredManifest(ctx, ctx.clientId),
  ]);
  const isWanted = artifactIds.has(artifact.id);
  const items = screens
    .map(({ id, name, site, online, playing }) => {
      const isPlaying = online && playing?.artifactId === artifact.id;
      return { id, name, site, online, isPlaying };
    })
    .filter(({ isPlaying }) => isWanted || isPlaying);
  return { items };
}
