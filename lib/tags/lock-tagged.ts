import type { Context } from "@/lib/context";

/**
 * Artifacts with a tag, locked in the order that all use, so that two do not deadlock; nobody
 * makes tags meanwhile, or one could come back on an artifact just as it goes.
 */
export async function lockTagged(ctx: Context, name: string): Promise<string[]> {
  const { clientId } = ctx;
  await ctx.db.$executeRaw`select 1 from clients where id = ${clientId} for no key update`;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select id from artifacts
    where client_id = ${clientId} and id in (
      select artifact_id from artifact_search
      where client_id = ${clientId}
        and terms @> search_terms_of(${clientId}, array['tag:' || ${name}::text])
    ) and tags @> array[${name}]
    order by id for update`;
  return rows.map(({ id }) => id);
}
