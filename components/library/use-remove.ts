"use client";

import { useClient } from "@/components/shell/session";
import type { Artifact } from "@/lib/artifacts/schema";
import type { ArtifactUsage } from "@/lib/screens/schema";
import { listUsage } from "@/lib/sdk";

/** So many at once are asked about even if no screen shows them. */
const manyFiles = 20;
/** Asked at a time; the server takes no more. */
const askedAtOnce = 500;
const patienceMs = 2_000;

export interface Removal {
  artifacts: readonly Artifact[];
  usage: ArtifactUsage | undefined;
}

/**
 * Finds out where files are used before they go: what a screen shows, and many at once, is asked
 * about; the rest goes at once and can be taken back.
 */
export function useRemove(
  ask: (removal: Removal) => void,
  trash: (removal: Removal) => void,
): (artifacts: readonly Artifact[]) => Promise<void> {
  const { client } = useClient();
  return async (artifacts) => {
    if (artifacts.length === 0) return;
    const ids = artifacts.slice(0, askedAtOnce).map(({ id }) => id);
    // A courtesy: who cannot be told in time can still delete, and take it back.
    const signal = AbortSignal.timeout(patienceMs);
    const usage = await listUsage(client.id, ids, signal).catch(() => undefined);
    const isUsed = (usage?.screens.length ?? 0) > 0;
    if (isUsed || artifacts.length > manyFiles) ask({ artifacts, usage });
    else trash({ artifacts, usage });
  };
}
