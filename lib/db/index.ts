import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type QueryResultRow } from "pg";
import type { BaseContext } from "@/lib/context";
import { type Prisma, PrismaClient } from "./generated/client";
import { translateRefusal } from "./over-quota";

export { Prisma } from "./generated/client";
export * from "./generated/enums";
export { isTaken } from "./is-taken";
export { listen } from "./listen";
export { migrate } from "./migrate";

/** Prisma's client, or the transaction that is under way. */
export type Db = PrismaClient | Prisma.TransactionClient;

export interface Database {
  db: PrismaClient;
  pool: Pool;
  close(): Promise<void>;
}

export function openDatabase(url: string, poolSize: number): Database {
  const pool = new Pool({ connectionString: url, max: poolSize });
  // An idle connection that the server ends (a restart) must not end the process.
  pool.on("error", () => {});
  // The same for one that is lent out: whoever holds it hears of it from the query.
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false }),
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  });
  return {
    db,
    pool,
    async close() {
      await db.$disconnect();
      await pool.end();
    },
  };
}

/** Runs `work` in a transaction; inside one it joins it. */
export function transaction<C extends BaseContext, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  if (!("$transaction" in ctx.db)) return work(ctx);
  return ctx.db.$transaction((db) => work({ ...ctx, db })).catch(refuse);
}

/** A prepared statement on the pool, for hot paths: one round trip, no ORM. `name` is unique per text. */
export async function prepared<Row extends QueryResultRow>(
  ctx: BaseContext,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return (await ctx.pool.query<Row>({ name, text, values }).catch(refuse)).rows;
}

function refuse(error: unknown): never {
  throw translateRefusal(error);
}
