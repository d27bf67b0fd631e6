import type { Artifact, FailureReason } from "@/lib/artifacts/schema";
import { getArtifact, listVersions, type UploadItem } from "@/lib/sdk";

interface Verdict {
  artifact: Artifact;
  /** Why what was sent is of no use. */
  failureReason: FailureReason | null;
}

const pausesMs = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000];

/**
 * Waits until the server has looked into what was sent. The socket tells too; this also works
 * where it cannot get through. undefined: it is not known in time, or the file is gone.
 */
export async function followUpload(
  clientId: string,
  { artifactId, replaces, name }: UploadItem,
  signal: AbortSignal,
): Promise<Verdict | undefined> {
  if (!artifactId) return undefined;
  for (const ms of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    if (signal.aborted) return undefined;
    const verdict = await look(
      clientId,
      artifactId,
      replaces === undefined ? undefined : name,
    ).catch(() => undefined);
    if (verdict) return verdict;
  }
  return undefined;
}

async function look(
  clientId: string,
  artifactId: string,
  fileName: string | undefined,
): Promise<Verdict | undefined> {
  const artifact = await getArtifact(clientId, artifactId);
  if (artifact.status === "UPLOADING" || artifact.status === "PROCESSING") return undefined;
  if (fileName === undefined) return { artifact, failureReason: artifact.failureReason };
  // A broken file in its place leaves the artifact as it was.
  const { items } = await listVersions(clientId, artifactId);
  const mine = items.find(
    (version) => version.origin === "UPLOAD" && version.fileName === fileName,
  );
  if (mine?.state === "PENDING") return undefined;
  return { artifact, failureReason: mine?.failureReason ?? null };
}
