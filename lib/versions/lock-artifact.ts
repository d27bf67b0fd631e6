import { assertMayChange } from "@/lib/artifacts";
import type { ArtifactStatus, ArtifactType } from "@/lib/artifacts/schema";
import type { Context } from "@/lib/context";
import { AppError, notFound } from "@/lib/errors";

export interface LockedArtifact {
  name: string;
  type: ArtifactType;
  status: ArtifactStatus;
  versionNumber: number;
  durationMs: number | null;
  createdById: string | null;
}

/** An artifact that the caller may change and that has bytes; it stays so until the transaction ends. */
export async function lockArtifact(ctx: Context, id: string): Promise<LockedArtifact> {
  const [artifact] = await ctx.db.$queryRaw<LockedArtifact[]>`
    select name, type, status, version_number as "versionNumber", duration_ms as "durationMs",
      created_by_id as "createdById"
    from artifacts
    where client_id = ${ctx.clientId} and id = ${id}::uuid and status <> 'DELETED' for update`;
  if (!artifact) throw notFound("artifact");
  assertMayChange(ctx, artifact);
  if (artifact.status !== "AVAILABLE" && artifact.status !== "FAILED") {
    throw new AppError("conflict", "it is not ready yet", { reason: "artifact_not_ready" });
  }
  return artifact;
}
