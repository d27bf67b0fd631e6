import type { BaseContext } from "@/lib/context";
import { restMs } from "./scrub-places";

/** What reading again has found, of one store. */
export interface PlacesHealth {
  /** Read and right within the last thirty days. */
  verified: number;
  /** To be read. */
  due: number;
  dueBytes: number;
  /** The only place of a file, and not what its record says. */
  missing: number;
  damaged: number;
  /** Being written anew from another place. */
  healing: number;
}

export async function countHealth(ctx: BaseContext, backendId: string): Promise<PlacesHealth> {
  const since = new Date(Date.now() - restMs);
  const [row] = await ctx.db.$queryRaw<Record<keyof PlacesHealth, bigint>[]>`
    select
      count(*) filter (where verified_at >= ${since}::timestamptz and problem is null) as verified,
      count(*) filter (where verified_at is null or verified_at < ${since}::timestamptz) as due,
      coalesce(sum(stored_size_bytes) filter
        (where verified_at is null or verified_at < ${since}::timestamptz), 0)::bigint as "dueBytes",
      count(*) filter (where problem = 'missing' and state = 'PRESENT') as missing,
      count(*) filter (where problem = 'damaged' and state = 'PRESENT') as damaged,
      count(*) filter (where state = 'DAMAGED') as healing
    from placements where backend_id = ${backendId} and state in ('PRESENT', 'DAMAGED')`;
  const numbers = { verified: 0, due: 0, dueBytes: 0, missing: 0, damaged: 0, healing: 0 };
  for (const name of Object.keys(numbers) as (keyof PlacesHealth)[]) {
    numbers[name] = Number(row?.[name] ?? 0);
  }
  return numbers;
}
