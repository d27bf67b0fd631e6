import { audit } from "@/lib/audit";
import type { PersonContext } from "@/lib/auth";
import { assertAdministrator } from "@/lib/auth";
import { transaction } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { findingOver } from "./finding-over";

/** Bytes that nothing refers to stay for good: later comparisons leave them out. */
export async function releaseFinding(ctx: PersonContext, id: string): Promise<void> {
  assertAdministrator(ctx);
  await transaction(ctx, async (ctx) => {
    const [finding] = await ctx.db.storageFinding.findMany({ where: { id } });
    if (!finding) throw notFound("finding");
    if (finding.state === "KEPT") return;
    const { count } = await ctx.db.storageFinding.updateMany({
      where: { id, kind: "ORPHAN", state: { in: ["OPEN", "QUARANTINED"] } },
      data: { state: "KEPT", deleteAfter: null },
    });
    if (count === 0) throw findingOver();
    const { clientId, backendId, objectKey: key } = finding;
    await audit({ ...ctx, clientId }, "finding.release", id, { backendId, key });
  });
}
