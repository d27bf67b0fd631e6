import type { BaseContext, Context } from "@/lib/context";
import { Prisma } from "@/lib/db";

/** States of a place that is read again: in the second one only by whoever heals it. */
export const readable = { in: ["PRESENT", "DAMAGED"] } satisfies { in: ("PRESENT" | "DAMAGED")[] };

/** The ids of the stores that are set up here, whether they answer or not. */
export function knownStores({ storage }: BaseContext): string[] {
  return storage.drivers.map(({ backendId }) => backendId);
}

/** Of the stores that are set up here: the ids of those that answer, as far as is known. */
export function answeringStores({ storage }: BaseContext): string[] {
  return storage.drivers
    .filter(({ health }) => health?.().state !== "down")
    .map(({ backendId }) => backendId);
}

/**
 * SQL, of a placement `p`: in one of these stores is a copy of which nothing bad is known, of the
 * same file or of one that was uploaded with the same bytes.
 */
export function soundElsewhere(storeIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`exists (select 1 from placements s
    where s.client_id = p.client_id and s.id <> p.id
      and s.blob_id = any(array(
        select e.id from blobs b join blobs e on e.client_id = b.client_id
          and (e.id = b.id
            or e.sha256 = b.sha256 and e.size_bytes = b.size_bytes and e.state = 'VERIFIED')
        where b.client_id = p.client_id and b.id = p.blob_id))
      and s.state = 'PRESENT' and s.problem is null and s.backend_id = any(${[...storeIds]}))`;
}

/**
 * In the transaction that holds the blob's lock and has found sound bytes: nobody reads the others
 * that are wrong any more, and they are healed at once.
 */
export async function healOthers(ctx: Context, blobId: string, soundId: string): Promise<void> {
  await ctx.db.placement.updateMany({
    where: {
      ...{ clientId: ctx.clientId, blobId, id: { not: soundId } },
      ...{ state: readable, problem: { not: null } },
    },
    data: { state: "DAMAGED", healAfter: null },
  });
}
