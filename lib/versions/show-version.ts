import { moveArtifact } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { publish } from "@/lib/realtime";

/**
 * Makes a version's bytes the artifact's, with all that lists say of them. Screens follow, as the
 * manifest's hash is another one. False: its bytes are being deleted, or the artifact is gone.
 */
export async function showVersion(
  ctx: Context,
  artifactId: string,
  number: number,
): Promise<boolean> {
  const { clientId } = ctx;
  // Shared, so that nobody collects the bytes meanwhile.
  const [blob] = await ctx.db.$queryRaw<Shown[]>`
    select b.id as "blobId", b.content_type as "contentType", b.size_bytes as "sizeBytes",
      b.duration_ms as "durationMs", b.width, b.height
    from artifact_versions v
    join blobs b on b.client_id = v.client_id and b.id = v.blob_id
    where v.client_id = ${clientId} and v.artifact_id = ${artifactId}::uuid
      and v.number = ${number} and v.state = 'READY' and b.state = 'VERIFIED'
    for share of b`;
  if (!blob) return false;
  await moveArtifact(ctx, artifactId, "AVAILABLE", { failureReason: null });
  const { count } = await ctx.db.artifact.updateMany({
    where: { clientId, id: artifactId, status: "AVAILABLE" },
    data: { ...blob, versionNumber: number, version: { increment: 1 } },
  });
  await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
  return count === 1;
}

interface Shown {
  blobId: string;
  contentType: string;
  sizeBytes: bigint;
  durationMs: number | null;
  width: number | null;
  height: number | null;
}
