import { createHash } from "node:crypto";
import type { ScreenContext } from "@/lib/auth";
import { requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { desiredManifest, refreshManifest } from "./desired-manifest";

interface Asked {
  /** The revision that the screen was told of: another process may have heard of it first. */
  wanted?: string | undefined;
}

interface ServedManifest {
  /** Names the revision and what is told to this screen alone. */
  tag: string;
  /** A `Manifest`, serialised. */
  json: string;
}

/** The desired state of one screen. */
export async function getManifest(
  ctx: ScreenContext,
  { wanted }: Asked = {},
): Promise<ServedManifest> {
  requireScope(ctx, "manifest:read");
  const { screenId } = ctx.actor;
  const kept = desiredManifest(ctx, ctx.clientId);
  let desired = await kept;
  const isBehind = wanted !== undefined && wanted !== desired.revision;
  if (isBehind || !(screenId in desired.screens)) {
    desired = await refreshManifest(ctx, ctx.clientId, kept);
  }
  const own = desired.screens[screenId];
  if (!own) throw new AppError("unauthenticated", "the screen was removed");
  const screen = JSON.stringify({ id: screenId, ...own });
  const hash = createHash("sha256").update(screen).digest("hex").slice(0, 8);
  return { tag: `${desired.revision}-${hash}`, json: `{"screen":${screen},${desired.jsonTail}` };
}
