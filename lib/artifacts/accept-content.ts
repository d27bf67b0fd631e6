import type { Context } from "@/lib/context";
import { AppError, notFound } from "@/lib/errors";
import { enqueue } from "@/lib/jobs";
import { publish } from "@/lib/realtime";
import { addBlob, type StoredBytes } from "./add-blob";
import { kindOf } from "./content-type";
import { moveArtifact } from "./move-artifact";
import { maxAttempts, processJob } from "./process-artifact";

/** The bytes of a new artifact are in the store. Within the transaction that ends the upload. */
export async function acceptContent(
  ctx: Context,
  artifactId: string,
  bytes: StoredBytes,
): Promise<void> {
  const artifact = await ctx.db.artifact.findUnique({
    where: { clientId_id: { clientId: ctx.clientId, id: artifactId } },
    select: { type: true },
  });
  if (!artifact) throw notFound("artifact");

  const blobId = await addBlob(ctx, bytes);
  const isReady = bytes.sha256 !== undefined && kindOf(artifact.type) === undefined;
  if (!(await moveArtifact(ctx, artifactId, isReady ? "AVAILABLE" : "PROCESSING", { blobId }))) {
    throw new AppError("precondition_failed", "the artifact waits for no bytes", {
      reason: "upload_gone",
    });
  }
  if (!isReady) {
    const options = { jobKey: `${processJob}:${artifactId}`, maxAttempts };
    await enqueue(ctx, processJob, { clientId: ctx.clientId, artifactId }, options);
  }
  await publish(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: [artifactId] });
}
