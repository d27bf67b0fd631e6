import type { ArtifactIds } from "@/lib/artifacts/schema";
import { type Context, requireScope } from "@/lib/context";
import { desiredManifest } from "./desired-manifest";
import { findScreens } from "./find-screens";
import type { ArtifactUsage } from "./schema";

/**
 * Where artifacts are used: the screens, of those the caller may see, that are to show one of them
 * or do so now, and the collections they lie in. What is not this client's is used nowhere.
 */
export async function listUsage(ctx: Context, input: ArtifactIds): Promise<ArtifactUsage> {
  requireScope(ctx, "artifacts:read");
  const ids = input.ids.map((id) => id.toLowerCase());
  const asked = new Set(ids);
  const [screens, collections] = await Promise.all([
    ctx.scopes.has("screens:read") ? screensOf(ctx, asked) : [],
    ctx.db.collection.findMany({
      where: {
        clientId: ctx.clientId,
        items: { some: { artifactId: { in: ids }, artifact: { trashedAt: null } } },
      },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  ]);
  return { screens, collections };
}

async function screensOf(
  ctx: Context,
  asked: ReadonlySet<string>,
): Promise<ArtifactUsage["screens"]> {
  const [screens, { artifactIds }] = await Promise.all([
    findScreens(ctx),
    desiredManifest(ctx, ctx.clientId),
  ]);
  const isWanted = [...asked].some((id) => artifactIds.has(id));
  return screens
    .map(({ id, name, site, online, playing }) => {
      const isPlaying = online && playing !== null && asked.has(playing.artifactId);
      return { id, name, site, online, isPlaying };
    })
    .filter(({ isPlaying }) => isWanted || isPlaying);
}
