import type { Context } from "@/lib/context";

type OfClient = Pick<Context, "db" | "clientId">;

// A PUT that began just before its upload was given up may end a day later, and its job deletes it
// then: until that day is over the row stands for the bytes.
const awaited = `
  select staging_key as key from uploads
  where client_id = $1 and staging_key collate "C" = any($2)
    and (state in ('OPEN', 'COMPLETING') or expires_at > now() - interval '24 hours')`;

const placed = `
  select object_key as key from placements
  where client_id = $1 and object_key collate "C" = any($2)`;

/**
 * Which of these keys some record names: a placement in any state, or an upload that may still
 * come. Whatever store it names: two places may lead to one bucket, and keys are never used twice.
 */
export function findReferred(ctx: OfClient, keys: readonly string[]): Promise<Set<string>> {
  return find(ctx, `${placed} union all ${awaited}`, keys);
}

/** Which of these keys bytes are still on their way to. */
export function findAwaited(ctx: OfClient, keys: readonly string[]): Promise<Set<string>> {
  return find(ctx, `${placed} and state = 'COPYING' union all ${awaited}`, keys);
}

async function find({ db, clientId }: OfClient, text: string, keys: readonly string[]) {
  if (keys.length === 0) return new Set<string>();
  const rows = await db.$queryRawUnsafe<{ key: string }[]>(text, clientId, keys);
  return new Set(rows.map(({ key }) => key));
}
