import { audit } from "@/lib/audit";
import type { BaseContext } from "@/lib/context";
import { transaction } from "@/lib/db";
import { isOwnKey } from "@/lib/storage";
import { findReferred } from "./find-referred";
import type { StorageFinding } from "./schema";

interface OfClient extends BaseContext {
  clientId: string;
}

interface Orphan {
  backendId: string;
  objectKey: string;
}

/**
 * Deletes an orphan's bytes, once more after a look at the records: they may have come back with a
 * restored database. The finding stays locked meanwhile, so that nobody keeps what is being
 * deleted; the records need no lock, as nothing of ours names a key anew that holds bytes already.
 * `over`: it is in no such state. `referred`: something names it, so it is no orphan.
 */
export function deleteOrphan(
  ctx: OfClient,
  id: string,
  states: readonly StorageFinding["state"][],
): Promise<"deleted" | "referred" | "over"> {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    const [orphan] = await ctx.db.$queryRaw<Orphan[]>`
      select backend_id as "backendId", object_key as "objectKey" from storage_findings
      where client_id = ${clientId} and id = ${id}::uuid and kind = 'ORPHAN'
        and state = any(${states}::"FindingState"[])
      for update`;
    if (!orphan) return "over";
    const { backendId, objectKey: key } = orphan;
    const isReferred = !isOwnKey(key) || (await findReferred(ctx, [key])).has(key);
    // Bytes first: cut off in between, the next attempt deletes nothing and says so.
    if (!isReferred) await ctx.storage.backend(backendId).delete(key);
    await ctx.db.storageFinding.update({
      where: { clientId_id: { clientId, id } },
      data: {
        ...{ state: isReferred ? "RESOLVED" : "DELETED", resolvedAt: new Date() },
        deleteAfter: null,
      },
    });
    if (!isReferred) await audit(ctx, "finding.delete", id, { backendId, key });
    return isReferred ? "referred" : "deleted";
  });
}
