import type { BaseContext } from "@/lib/context";
import { type LyingOfClient, toLying, withContent } from "./lying";
import { answeringStores, soundElsewhere } from "./sound";

const atOnce = 100;
const firstId = "00000000-0000-0000-0000-000000000000";

/**
 * What is wrong and can be healed from another place, in stores that answer; and what somebody
 * asked to have read again, as its bytes may have been put back. Each once, whatever becomes of it.
 */
export async function* findSuspects(ctx: BaseContext): AsyncGenerator<LyingOfClient> {
  for (let after = firstId; ; ) {
    const page = await findPage(ctx, after);
    yield* page;
    after = page.at(-1)?.id ?? after;
    if (page.length < atOnce) return;
  }
}

async function findPage(ctx: BaseContext, after: string): Promise<LyingOfClient[]> {
  const known = answeringStores(ctx);
  const found = await ctx.db.$queryRaw<{ clientId: string; id: string }[]>`
    select p.client_id as "clientId", p.id from placements p
    where p.problem is not null and p.state in ('PRESENT', 'DAMAGED')
      and p.backend_id = any(${known}) and p.id > ${after}::uuid
      and (p.heal_after is null or p.heal_after < now())
      and (p.verified_at is null or ${soundElsewhere(known)})
      and exists (select 1 from blobs b
        where b.client_id = p.client_id and b.id = p.blob_id and b.state <> 'DELETING')
    order by p.id limit ${atOnce}`;
  if (found.length === 0) return [];
  const rows = await ctx.db.placement.findMany({
    where: { OR: found },
    include: withContent,
    orderBy: { id: "asc" },
  });
  return rows.map(toLying);
}
