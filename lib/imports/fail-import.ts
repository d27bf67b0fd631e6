import { moveArtifact } from "@/lib/artifacts";
import type { FailureReason } from "@/lib/artifacts/schema";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { publish } from "@/lib/realtime";
import { reserveImport } from "./reserve-import";

/** The link leads to nothing that we can have; its upload stays, so that one may try again, but takes no place. */
export async function failImport(
  ctx: Context,
  artifactId: string,
  failureReason: FailureReason,
): Promise<void> {
  const { clientId } = ctx;
  await transaction(ctx, async (ctx) => {
    const found = await ctx.db.import.findUnique({
      where: { clientId_artifactId: { clientId, artifactId } },
    });
    // First the upload, as by whoever gives it up.
    if (found) await reserveImport(ctx, found.uploadId, 0n);
    if (!(await moveArtifact(ctx, artifactId, "FAILED", { failureReason }))) return;
    await audit(ctx, "artifact.fail", artifactId, { reason: failureReason });
    await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
  });
}
