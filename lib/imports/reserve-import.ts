import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";

/** Takes the place that the file behind a link will need; 0 gives it back. Throws `quota_exceeded`. */
export async function reserveImport(ctx: Context, id: string, sizeBytes: bigint): Promise<void> {
  const { clientId } = ctx;
  await transaction(ctx, async (ctx) => {
    await ctx.db.upload.updateMany({
      where: { clientId, id, state: { in: ["OPEN", "COMPLETING"] } },
      data: { sizeBytes },
    });
  });
}
