import type { BaseContext } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** Any number that nothing else of ours locks. */
const lock = 4_815_163;

/** Two moves at once would copy the same files. The lock goes with the connection, also by kill. */
export async function withMoveLock<T>(ctx: BaseContext, work: () => Promise<T>): Promise<T> {
  const connection = await ctx.pool.connect();
  try {
    const { rows } = await connection.query<{ mine: boolean }>(
      "select pg_try_advisory_lock($1) as mine",
      [lock],
    );
    if (!rows[0]?.mine) {
      throw new AppError("conflict", "another move is running on this database", {
        reason: "move_runs",
      });
    }
    try {
      return await work();
    } finally {
      await connection.query("select pg_advisory_unlock($1)", [lock]);
    }
  } finally {
    connection.release();
  }
}
