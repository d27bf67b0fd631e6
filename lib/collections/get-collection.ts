import type { Context } from "@/lib/context";
import { notFound } from "@/lib/errors";

interface CollectionRow {
  id: string;
  name: string;
  created_by_id: string | null;
}

/** In a transaction it stays as it is until the end. */
export async function getCollection(ctx: Context, id: string): Promise<CollectionRow> {
  const [row] = await ctx.db.$queryRaw<CollectionRow[]>`
    select id, name, created_by_id from collections
    where client_id = ${ctx.clientId} and id = ${id}::uuid for update`;
  if (!row) throw notFound("collection");
  return row;
}
