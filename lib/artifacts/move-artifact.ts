import type { Context } from "@/lib/context";
import type { Prisma } from "@/lib/db";
import { precedingStatuses } from "./lifecycle";
import type { ArtifactStatus } from "./schema";

/** False: it was not in a status that `to` may follow, so nothing was changed. */
export async function moveArtifact(
  ctx: Context,
  id: string,
  to: ArtifactStatus,
  data: Omit<Prisma.ArtifactUncheckedUpdateManyInput, "status"> = {},
): Promise<boolean> {
  const { count } = await ctx.db.artifact.updateMany({
    where: { clientId: ctx.clientId, id, status: { in: precedingStatuses(to) } },
    data: { ...data, status: to },
  });
  return count === 1;
}
