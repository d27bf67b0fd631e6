import type { Context } from "@/lib/context";

/** Answers which are there; what is in it already is as good as added. */
export async function addItems(
  ctx: Context,
  collectionId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { clientId } = ctx;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select id from artifacts
    where client_id = ${clientId} and id = any(${ids}::uuid[]) and status <> 'DELETED'
    order by id for key share`;
  const data = rows.map(({ id }) => ({ clientId, collectionId, artifactId: id }));
  await ctx.db.collectionItem.createMany({ data, skipDuplicates: true });
  return rows.map(({ id }) => id);
}
