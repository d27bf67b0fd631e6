import type { PersonContext } from "@/lib/auth";
import { assertAdministrator } from "@/lib/auth";
import { notFound } from "@/lib/errors";
import { deleteOrphan } from "./delete-orphan";
import { findingOver } from "./finding-over";

/** Deletes bytes that nothing refers to now, without waiting; said twice it does nothing. */
export async function deleteFinding(ctx: PersonContext, id: string): Promise<void> {
  assertAdministrator(ctx);
  const [finding] = await ctx.db.storageFinding.findMany({ where: { id } });
  if (!finding) throw notFound("finding");
  if (finding.state === "DELETED") return;
  const { clientId } = finding;
  const outcome = await deleteOrphan({ ...ctx, clientId }, id, ["OPEN", "QUARANTINED", "KEPT"]);
  if (outcome !== "deleted") throw findingOver();
}
