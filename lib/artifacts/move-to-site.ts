import { auditEach } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { lockArtifacts } from "./lock-artifacts";
import type { BulkResult, MoveToSite } from "./schema";

/** Says from which store artifacts come; whoever works in some stores names one of them. */
export async function moveToSite(ctx: Context, { ids, siteId }: MoveToSite): Promise<BulkResult> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    await assertSite(ctx, siteId);
    const { ids: mine, result } = await lockArtifacts(ctx, ids);
    if (mine.length === 0) return result;
    await ctx.db.artifact.updateMany({
      where: { clientId, id: { in: mine } },
      data: { siteId, version: { increment: 1 } },
    });
    await auditEach(ctx, "artifact.move", mine, { siteId });
    await publish(ctx, { kind: "artifacts", clientId, ids: mine });
    return result;
  });
}

async function assertSite(ctx: Context, siteId: string | null): Promise<void> {
  if (siteId === null) {
    if (!ctx.siteIds) return;
    throw new AppError("forbidden", "beyond the caller's sites", { reason: "outside_your_sites" });
  }
  const isMine = !ctx.siteIds || ctx.siteIds.includes(siteId);
  const found = await ctx.db.$executeRaw`
    select 1 from sites where client_id = ${ctx.clientId} and id = ${siteId}::uuid for key share`;
  if (isMine && found === 1) return;
  throw new AppError("not_found", "site not found", { reason: "unknown_site" });
}
