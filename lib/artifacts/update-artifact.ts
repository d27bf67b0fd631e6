import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { assertMayChange } from "./assert-may-change";
import { getArtifact } from "./get-artifact";
import type { Artifact, UpdateArtifact } from "./schema";

export async function updateArtifact(
  ctx: Context,
  id: string,
  { version, ...changes }: UpdateArtifact,
): Promise<Artifact> {
  requireScope(ctx, "artifacts:write");
  const where = { clientId: ctx.clientId, id, status: { not: "DELETED" as const } };
  await transaction(ctx, async (ctx) => {
    const before = await ctx.db.artifact.findFirst({ where });
    if (!before) throw notFound("artifact");
    assertMayChange(ctx, before);
    const { count } = await ctx.db.artifact.updateMany({
      where: { ...where, version },
      data: { ...changes, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("conflict", `version ${version} is not the last one`);
    await audit(ctx, "artifact.update", id, { before: before.name, after: changes.name ?? null });
    await publish(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: [id] });
  });
  return getArtifact(ctx, id);
}
