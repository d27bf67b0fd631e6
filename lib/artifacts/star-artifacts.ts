import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { creatorOf } from "./assert-may-change";
import type { BulkResult, StarArtifacts } from "./schema";

/** A person's own favourites: nobody else sees them, so nobody is told and no trace is left. */
export async function starArtifacts(
  ctx: Context,
  { ids, starred }: StarArtifacts,
): Promise<BulkResult> {
  requireScope(ctx, "artifacts:read");
  const userId = creatorOf(ctx);
  if (!userId) throw new AppError("forbidden", "only people have favourites");
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const { clientId } = ctx;
  const rows = await ctx.db.artifact.findMany({
    where: { clientId, id: { in: wanted }, status: { not: "DELETED" } },
    select: { id: true },
  });
  const done = rows.map(({ id }) => id);
  if (starred) {
    const data = done.map((artifactId) => ({ clientId, userId, artifactId }));
    await ctx.db.favorite.createMany({ data, skipDuplicates: true });
  } else {
    await ctx.db.favorite.deleteMany({ where: { clientId, userId, artifactId: { in: done } } });
  }
  const found = new Set(done);
  return { done, notFound: wanted.filter((id) => !found.has(id)), refused: [] };
}
