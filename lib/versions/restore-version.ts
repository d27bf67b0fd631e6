import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { lockArtifact } from "./lock-artifact";
import { showVersion } from "./show-version";

/** Goes back to an earlier version, or forth again: a pointer moves, nothing is copied. */
export async function restoreVersion(
  ctx: Context,
  artifactId: string,
  number: number,
): Promise<void> {
  requireScope(ctx, "artifacts:write");
  await transaction(ctx, async (ctx) => {
    const { versionNumber } = await lockArtifact(ctx, artifactId);
    if (versionNumber === number) return;
    if (!(await showVersion(ctx, artifactId, number))) throw notFound("version");
    await audit(ctx, "artifact.restore-version", artifactId, { before: versionNumber, number });
  });
}
