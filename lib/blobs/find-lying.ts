import type { BaseContext } from "@/lib/context";
import { type LyingOfClient, toLying, withContent } from "./lying";

const pageSize = 200;

export interface Wanted {
  backendId: string;
  /** undefined: every client's. */
  clientId: string | undefined;
}

/** How much lies in a store. */
export async function countLying(
  ctx: BaseContext,
  { backendId, clientId }: Wanted,
): Promise<{ files: number; bytes: number }> {
  const [row] = await ctx.db.$queryRaw<{ files: bigint; bytes: bigint }[]>`
    select count(*) as files, coalesce(sum(stored_size_bytes), 0)::bigint as bytes
    from placements
    where backend_id = ${backendId} and state = 'PRESENT'
      and (${clientId ?? null}::text is null or client_id = ${clientId ?? null})`;
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) };
}

/** All that lies there, a page at a time, in an order in which nothing is passed over. */
export async function* pagesOfLying(
  ctx: BaseContext,
  wanted: Wanted,
): AsyncGenerator<LyingOfClient[]> {
  for (let after: LyingOfClient | undefined; ; ) {
    const page = await findLying(ctx, wanted, after);
    if (page.length > 0) yield page;
    after = page.at(-1);
    if (page.length < pageSize) return;
  }
}

async function findLying(
  ctx: BaseContext,
  { backendId, clientId }: Wanted,
  after: LyingOfClient | undefined,
): Promise<LyingOfClient[]> {
  const rows = await ctx.db.placement.findMany({
    where: {
      ...{ backendId, state: "PRESENT", blob: { state: { not: "DELETING" } } },
      ...(clientId === undefined ? {} : { clientId }),
      ...(after && {
        OR: [
          { clientId: { gt: after.clientId } },
          { clientId: after.clientId, id: { gt: after.id } },
        ],
      }),
    },
    include: withContent,
    orderBy: [{ clientId: "asc" }, { id: "asc" }],
    take: pageSize,
  });
  return rows.map(toLying);
}
