import type { BaseContext } from "@/lib/context";
import { restMs, suspectRestMs } from "./scrub-places";
import { knownStores, soundElsewhere } from "./sound";

/** What reading again has found, of one store. */
export interface PlacesHealth {
  /** Read and right within the last thirty days. */
  verified: number;
  /** To be read. */
  due: number;
  dueBytes: number;
  /** Not what its record says, and nowhere are sound bytes known: it cannot be healed. */
  missing: number;
  damaged: number;
  /** Not what its record says either, but another place has the bytes: it is healed from there. */
  healing: number;
}

export async function countHealth(ctx: BaseContext, backendId: string): Promise<PlacesHealth> {
  const since = (ms: number) => new Date(Date.now() - ms);
  const [row] = await ctx.db.$queryRaw<Record<keyof PlacesHealth, bigint>[]>`
    with here as (
      select p.problem, p.verified_at, p.stored_size_bytes,
        p.problem is not null and ${soundElsewhere(knownStores(ctx))} as healable,
        p.verified_at is null or p.verified_at < case when p.problem is null
          then ${since(restMs)}::timestamptz else ${since(suspectRestMs)}::timestamptz end as due
      from placements p
      where p.backend_id = ${backendId} and p.state in ('PRESENT', 'DAMAGED'))
    select
      count(*) filter (where problem is null and not due) as verified,
      count(*) filter (where due) as due,
      coalesce(sum(stored_size_bytes) filter (where due), 0)::bigint as "dueBytes",
      count(*) filter (where problem = 'missing' and not healable) as missing,
      count(*) filter (where problem = 'damaged' and not healable) as damaged,
      count(*) filter (where healable) as healing
    from here`;
  const numbers = { verified: 0, due: 0, dueBytes: 0, missing: 0, damaged: 0, healing: 0 };
  for (const name of Object.keys(numbers) as (keyof PlacesHealth)[]) {
    numbers[name] = Number(row?.[name] ?? 0);
  }
  return numbers;
}
