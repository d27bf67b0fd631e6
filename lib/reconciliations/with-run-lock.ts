import type { BaseContext } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** Any number that nothing else of ours locks. */
const lockSpace = 4_815_164;

/**
 * One comparison of a store at a time (`conflict`, `reconciliation_runs`). The lock goes with the
 * connection, also by kill; the run's row stays, and whoever has the lock next goes on with it.
 */
export async function withRunLock<T>(
  ctx: BaseContext,
  storeId: string,
  work: () => Promise<T>,
): Promise<T> {
  const connection = await ctx.pool.connect();
  try {
    const values = [lockSpace, storeId];
    const { rows } = await connection.query<{ mine: boolean }>(
      "select pg_try_advisory_lock($1, hashtext($2)) as mine",
      values,
    );
    if (!rows[0]?.mine) throw runsAlready(storeId);
    try {
      return await work();
    } finally {
      await connection.query("select pg_advisory_unlock($1, hashtext($2))", values);
    }
  } finally {
    connection.release();
  }
}

/** The same until the end of the transaction: for whoever prepares a run. */
export async function lockRuns({ db }: BaseContext, storeId: string): Promise<void> {
  const [row] = await db.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(${lockSpace}::int, hashtext(${storeId})) as mine`;
  if (!row?.mine) throw runsAlready(storeId);
}

function runsAlready(storeId: string): AppError {
  return new AppError("conflict", `the store "${storeId}" is being compared already`, {
    reason: "reconciliation_runs",
  });
}
