import type { Context } from "@/lib/context";
import { type FilterSql, filterSql } from "./artifact-filter";
import { type Order, type Position, toCursor } from "./artifact-order";
import type { ArtifactQuery } from "./schema";

interface IdPage {
  ids: string[];
  nextCursor: string | null;
}

/** How many artifacts are looked at one by one before an index of what is looked for is asked. */
const windows = [200, 2_000, 8_000];
/** With fewer hits so far, the index of what is looked for is certain to be faster than the last window. */
const worthwhile = 5;

/**
 * A page of those that match, in order. What is common fills a page from the first few thousand;
 * what is rare has an index that names it. Each is slow where the other is fast, and the planner
 * cannot know which it is: it takes words for independent that never come apart.
 */
export async function findArtifactIds(
  ctx: Context,
  query: ArtifactQuery,
  order: Order,
  after: Position | undefined,
  limit: number,
): Promise<IdPage> {
  const filter = filterSql(ctx, query);
  const found: Position[] = [];
  let from = after;
  for (const size of windows) {
    const seen = await lookThrough(ctx, filter, order, from, size, limit + 1 - found.length);
    found.push(...seen.hits);
    if (found.length > limit || !seen.last) return toPage(found, limit);
    from = seen.last;
    if (filter.source && size >= 2_000 && found.length < worthwhile) break;
  }
  found.push(...(await ask(ctx, filter, order, from, limit + 1 - found.length)));
  return toPage(found, limit);
}

function toPage(found: Position[], limit: number): IdPage {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    nextCursor: found.length > limit && last ? toCursor(last) : null,
  };
}

interface Seen {
  hits: Position[];
  /** undefined: there are no more. */
  last: Position | undefined;
}

interface SeenRow {
  hits: Position[];
  last: Position | null;
}

/** The next `size` artifacts in order, and which of them match. */
async function lookThrough(
  ctx: Context,
  filter: FilterSql,
  order: Order,
  after: Position | undefined,
  size: number,
  limit: number,
): Promise<Seen> {
  const values = [...filter.values];
  const put = (value: unknown) => `$${values.push(value)}`;
  // In the order of ids a range is where to begin and end; in any other it only leaves some out.
  const [within, sifted] = order.key ? [[], filter.range] : [filter.range, []];
  const conditions = [...sifted, ...filter.conditions];
  const text = `
    with a as materialized (
      select a.*, ${keyOf(order)} as key, row_number() over (${orderBy(order)}) as place
      from artifacts a
      where ${["a.client_id = $1", filter.trash, ...within, afterSql(order, after, put)].join(" and ")}
      ${orderBy(order)}
      limit ${size}
    ), hits as (
      select a.id, a.key, a.place from a
      ${filter.readsText ? "join artifact_search s on s.client_id = a.client_id and s.artifact_id = a.id" : ""}
      where ${conditions.join(" and ") || "true"}
      order by a.place limit ${limit}
    )
    select coalesce((select json_agg(json_build_object('id', id, 'key', key) order by place) from hits), '[]') as hits,
      (select json_build_object('id', id, 'key', key) from a where place = ${size}) as last`;
  const { rows } = await ctx.pool.query<SeenRow>(text, values);
  return { hits: rows[0]?.hits ?? [], last: rows[0]?.last ?? undefined };
}

/** All that match, from the index that knows them; without one, the rest of the list. */
async function ask(
  ctx: Context,
  filter: FilterSql,
  order: Order,
  after: Position | undefined,
  limit: number,
): Promise<Position[]> {
  const values = [...filter.values];
  const put = (value: unknown) => `$${values.push(value)}`;
  const source = filter.source ? `with found as materialized (${filter.source(put)})` : "";
  const text = `${source}
    select a.id, ${keyOf(order)} as key
    from ${filter.source ? "found join artifacts a on a.client_id = $1 and a.id = found.id" : "artifacts a"}
    ${filter.readsText ? "join artifact_search s on s.client_id = a.client_id and s.artifact_id = a.id" : ""}
    where ${["a.client_id = $1", filter.trash, ...filter.range, ...filter.conditions, afterSql(order, after, put)].join(" and ")}
    ${orderBy(order)}
    limit ${limit}`;
  const { rows } = await ctx.pool.query<Position>(text, values);
  return rows;
}

function keyOf({ key, keyType }: Order): string {
  if (!key) return "null::text";
  if (keyType !== "timestamptz") return `(${key})::text`;
  return `to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function orderBy({ key, direction }: Order): string {
  const columns = ["a.client_id", ...(key ? [key] : []), "a.id"];
  return `order by ${columns.map((column) => `${column} ${direction}`).join(", ")}`;
}

function afterSql(
  { key, keyType, direction }: Order,
  after: Position | undefined,
  put: (value: unknown) => string,
): string {
  if (!after) return "true";
  const sign = direction === "desc" ? "<" : ">";
  if (!key) return `a.id ${sign} ${put(after.id)}::uuid`;
  return `(${key}, a.id) ${sign} (${put(after.key)}::${keyType}, ${put(after.id)}::uuid)`;
}
