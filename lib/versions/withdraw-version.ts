import type { Context } from "@/lib/context";
import { publish } from "@/lib/realtime";

/** Its upload was given up before the bytes were here. */
export async function withdrawVersion(
  ctx: Context,
  artifactId: string,
  number: number,
): Promise<void> {
  const { clientId } = ctx;
  await ctx.db.artifactVersion.deleteMany({
    where: { clientId, artifactId, number, state: "PENDING", blobId: null },
  });
  await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
}
