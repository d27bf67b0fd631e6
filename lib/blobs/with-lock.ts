import { Client } from "pg";
import type { BaseContext } from "@/lib/context";

/** Numbers that nothing else of ours locks. */
const locks = {
  move: 4_815_163,
  home: 4_815_164,
  replica: 4_815_165,
  scrub: 4_815_166,
  heal: 4_815_167,
};

/**
 * One process at a time does this work, on all that share the database. undefined: another one
 * does. The lock goes with the connection, also by kill.
 */
export async function withLock<T>(
  ctx: BaseContext,
  name: keyof typeof locks,
  work: () => Promise<T>,
): Promise<T | undefined> {
  // A connection of its own: one that is lent for minutes would be missing in a small pool.
  const client = new Client(ctx.pool.options);
  // A lost session gives the lock away; whatever is done under it may be done by two.
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock($1) as mine",
      [locks[name]],
    );
    return rows[0]?.mine ? await work() : undefined;
  } finally {
    await client.end();
  }
}
