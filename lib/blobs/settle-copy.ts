import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { dropPlacementLater } from "./drop-placement";
import type { ReservedCopy } from "./reserve-copy";
import { healOthers } from "./sound";

/**
 * From here on everybody may read the copy. What it takes the place of stays until no URL leads
 * there. False: the file was deleted, or somebody else was faster.
 */
export function settleCopy(
  ctx: Context,
  blobId: string,
  copy: ReservedCopy & { storedSizeBytes: number },
  replaces: string | undefined,
): Promise<boolean> {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    // Locked as by whoever deletes bytes that nothing refers to.
    const [blob] = await ctx.db.$queryRaw<object[]>`
      select 1 from blobs
      where client_id = ${clientId} and id = ${blobId}::uuid and state <> 'DELETING'
      for update`;
    if (!blob) return false;
    const settled = await ctx.db.placement.updateMany({
      where: { clientId, id: copy.id, state: "COPYING" },
      data: {
        ...{ state: "PRESENT", storedSizeBytes: copy.storedSizeBytes, verifiedAt: new Date() },
      },
    });
    if (settled.count === 0) return false;
    if (replaces === undefined && !(await isOnlyOne(ctx, blobId, copy))) return false;
    if (replaces === undefined) {
      await healOthers(ctx, blobId, copy.id);
      return true;
    }
    const left = await ctx.db.placement.updateMany({
      where: { clientId, id: replaces, state: { in: ["PRESENT", "DAMAGED"] } },
      data: { state: "DELETING" },
    });
    if (left.count === 0) return takeBack(ctx, copy);
    await keepHome(ctx, copy, replaces);
    await dropPlacementLater(ctx, replaces);
    await healOthers(ctx, blobId, copy.id);
    return true;
  });
}

/** Two who make the same second copy leave one. */
async function isOnlyOne(ctx: Context, blobId: string, copy: ReservedCopy): Promise<boolean> {
  const { clientId } = ctx;
  const others = await ctx.db.placement.count({
    where: {
      ...{ clientId, blobId, backendId: copy.backendId, state: "PRESENT" },
      id: { not: copy.id },
    },
  });
  return others === 0 || takeBack(ctx, copy);
}

/** What was written anew where it had been taken in still comes home from there. */
async function keepHome({ db, clientId }: Context, { id }: ReservedCopy, replaces: string) {
  await db.$executeRaw`
    update placements c set home_id = o.home_id from placements o
    where c.client_id = ${clientId} and c.id = ${id}::uuid
      and o.client_id = c.client_id and o.id = ${replaces}::uuid
      and o.backend_id = c.backend_id and o.home_id is not null`;
}

async function takeBack(ctx: Context, { id }: ReservedCopy): Promise<false> {
  const where = { clientId: ctx.clientId, id, state: "PRESENT" } as const;
  await ctx.db.placement.updateMany({ where, data: { state: "COPYING" } });
  return false;
}
