import { moveArtifact } from "@/lib/artifacts";
import type { FailureReason } from "@/lib/artifacts/schema";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { publish } from "@/lib/realtime";

/** The link leads to nothing that we can have; its reservation stays, so that one may try again. */
export async function failImport(
  ctx: Context,
  artifactId: string,
  failureReason: FailureReason,
): Promise<void> {
  await transaction(ctx, async (ctx) => {
    if (!(await moveArtifact(ctx, artifactId, "FAILED", { failureReason }))) return;
    await audit(ctx, "artifact.fail", artifactId, { reason: failureReason });
    await publish(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: [artifactId] });
  });
}
