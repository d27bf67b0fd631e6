import type { Context } from "@/lib/context";
import type { Place } from "@/lib/storage";
import type { ArtifactType } from "./schema";

/** What the job needs to know of an artifact that is PROCESSING. */
export interface Processing {
  artifactId: string;
  type: ArtifactType;
  contentType: string;
  blobId: string;
  sizeBytes: number;
  sha256: string | null;
  claimedSha256: string | null;
  hasPoster: boolean;
  place: Place;
  objectKey: string;
}

/** undefined: done already, or gone. */
export async function findProcessing(
  ctx: Context,
  artifactId: string,
): Promise<Processing | undefined> {
  const { clientId } = ctx;
  const artifact = await ctx.db.artifact.findFirst({
    where: { clientId, id: artifactId, status: "PROCESSING" },
    include: {
      blob: { include: { placements: { where: { state: "PRESENT" } }, renditions: true } },
      uploads: { where: { state: "DONE", purpose: "NEW_ARTIFACT" }, take: 1 },
    },
  });
  const blob = artifact?.blob;
  if (!artifact || !blob) return undefined;
  const [placement] = ctx.storage.byPreference(blob.placements);
  if (!placement) throw new Error(`blob ${blob.id} has no placement`);
  return {
    artifactId,
    type: artifact.type,
    contentType: artifact.contentType,
    blobId: blob.id,
    sizeBytes: Number(blob.sizeBytes),
    sha256: blob.sha256,
    claimedSha256: artifact.uploads[0]?.claimedSha256 ?? null,
    hasPoster: blob.renditions.some(({ kind }) => kind === "POSTER"),
    place: placement,
    objectKey: placement.objectKey,
  };
}
