import { assertMayChange, getArtifact, moveArtifact, uploadLifeMs } from "@/lib/artifacts";
import type { Artifact } from "@/lib/artifacts/schema";
import { actorId, audit } from "@/lib/audit";
import { limit } from "@/lib/auth";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { enqueue } from "@/lib/jobs";
import { publish } from "@/lib/realtime";
import { importsPerPerson } from "./create-import";
import { importJob, maxAttempts } from "./run-import";

/** Fetches once more what could not be had. Said twice it does nothing. */
export async function retryImport(ctx: Context, artifactId: string): Promise<Artifact> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  await limit(ctx, "import", `${clientId} ${actorId(ctx.actor)}`, importsPerPerson);
  await transaction(ctx, async (ctx) => {
    const found = await ctx.db.import.findUnique({
      where: { clientId_artifactId: { clientId, artifactId } },
      include: { artifact: true },
    });
    if (!found || found.artifact.status === "DELETED") throw notFound("import");
    assertMayChange(ctx, found.artifact);
    if (found.artifact.status === "UPLOADING") return;
    // Bytes that came and are no film do not become one by coming again.
    const isRetriable = found.artifact.status === "FAILED" && found.artifact.blobId === null;
    const values = { failureReason: null };
    if (!isRetriable || !(await moveArtifact(ctx, artifactId, "UPLOADING", values))) {
      throw new AppError("precondition_failed", "nothing to fetch again", {
        reason: "import_not_failed",
      });
    }
    await ctx.db.import.updateMany({
      where: { clientId, artifactId },
      data: { receivedBytes: 0, totalBytes: null },
    });
    await ctx.db.upload.updateMany({
      where: { clientId, id: found.uploadId },
      data: { expiresAt: new Date(Date.now() + uploadLifeMs) },
    });
    await enqueue(ctx, importJob, { clientId, artifactId }, { maxAttempts });
    await audit(ctx, "artifact.import", artifactId, { source: found.source });
    await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
  });
  return getArtifact(ctx, artifactId);
}
