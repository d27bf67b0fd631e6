import type { ScreenContext } from "@/lib/auth";
import { requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { desiredManifest, refreshManifest } from "./desired-manifest";

interface Asked {
  /** The revision that the screen was told of: another process may have heard of it first. */
  wanted?: string | undefined;
}

interface ServedManifest {
  revision: string;
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
  if (isBehind || !(screenId in desired.screenNames)) {
    desired = await refreshManifest(ctx, ctx.clientId, kept);
  }
  const name = desired.screenNames[screenId];
  if (name === undefined) throw new AppError("unauthenticated", "the screen was removed");
  const screen = JSON.stringify({ id: screenId, name });
  return { revision: desired.revision, json: `{"screen":${screen},${desired.jsonTail}` };
}
