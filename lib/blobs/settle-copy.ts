import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { dropPlacementLater } from "./drop-placement";
import type { ReservedCopy } from "./reserve-copy";

/**
 * From here on everybody reads the copy; the original stays until no URL leads to it. False: the
 * file was deleted, or moved by somebody else, meanwhile.
 */
export function settleCopy(
  ctx: Context,
  original: { id: string; blobId: string },
  copy: ReservedCopy,
): Promise<boolean> {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    // Locked as by whoever deletes bytes that nothing refers to.
    const [blob] = await ctx.db.$queryRaw<object[]>`
      select 1 from blobs
      where client_id = ${clientId} and id = ${original.blobId}::uuid and state <> 'DELETING'
      for update`;
    if (!blob) return false;
    const left = await ctx.db.placement.updateMany({
      where: { clientId, id: original.id, state: "PRESENT" },
      data: { state: "DELETING" },
    });
    if (left.count === 0) return false;
    await ctx.db.placement.update({
      where: { clientId_id: { clientId, id: copy.id }, state: "COPYING" },
      data: { state: "PRESENT" },
    });
    await dropPlacementLater(ctx, original.id);
    return true;
  });
}
