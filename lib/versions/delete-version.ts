import { audit } from "@/lib/audit";
import { collectBlobsLater } from "@/lib/blobs";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { lockArtifact } from "./lock-artifact";

/** For good, and with its bytes; never the one that is shown. */
export async function deleteVersion(
  ctx: Context,
  artifactId: string,
  number: number,
): Promise<void> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  await transaction(ctx, async (ctx) => {
    const { versionNumber } = await lockArtifact(ctx, artifactId);
    if (versionNumber === number) {
      throw new AppError("conflict", "it is the one that is shown", { reason: "version_is_shown" });
    }
    const where = { clientId, artifactId, number };
    const version = await ctx.db.artifactVersion.findUnique({
      where: { clientId_artifactId_number: where },
    });
    if (!version) throw notFound("version");
    if (version.state === "PENDING") {
      throw new AppError("conflict", "it is not ready yet", { reason: "artifact_not_ready" });
    }
    await ctx.db.artifactVersion.deleteMany({ where });
    if (version.blobId) await collectBlobsLater(ctx, [version.blobId]);
    await audit(ctx, "artifact.delete-version", artifactId, { number });
    await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
  });
}
