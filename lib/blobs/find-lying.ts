import type { BaseContext } from "@/lib/context";
import { type LyingOfClient, toLying, withContent } from "./lying";

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

/** The next of what lies there, in an order in which nothing is passed over. */
export async function findLying(
  ctx: BaseContext,
  { backendId, clientId }: Wanted,
  after: { clientId: string; id: string } | undefined,
  most: number,
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
    take: most,
  });
  return rows.map(toLying);
}
