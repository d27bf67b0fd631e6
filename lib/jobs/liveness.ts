import { Client, type Pool } from "pg";
import type { Log } from "@/lib/log";

const lockSpace = "hashtextextended('vitrine job worker ' || $1, 0)";

export interface Liveness {
  /** Says that this worker lives, for as long as this process does. */
  hold(workerId: string): Promise<void>;
  /** Gives back the jobs that dead workers had begun; answers how many workers those were. */
  releaseDead(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * The queue itself gives a job of a killed process back only after four hours. A session's
 * advisory lock ends with its process, so whoever can take a worker's lock knows it is dead.
 */
export async function createLiveness(pool: Pool, log: Log): Promise<Liveness> {
  const held = new Set<string>();
  let stopped = false;
  let session: Promise<Client> | undefined;

  async function connect(): Promise<Client> {
    // Its own connection: one kept for good would be missing in a small pool.
    const client = new Client(pool.options);
    client.on("error", (err) => {
      if (stopped) return;
      log.warn({ err }, "the job workers lost their database session");
      session = undefined;
    });
    await client.connect();
    for (const workerId of held) {
      await client.query(`select pg_advisory_lock(${lockSpace})`, [workerId]);
    }
    return client;
  }

  function open(): Promise<Client> {
    session ??= connect().catch((error: unknown) => {
      session = undefined;
      throw error;
    });
    return session;
  }

  // One connection does one thing at a time.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  }

  async function isDead(client: Client, workerId: string): Promise<boolean> {
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(${lockSpace}) as taken`,
      [workerId],
    );
    if (!rows[0]?.taken) return false;
    await client.query(`select pg_advisory_unlock(${lockSpace})`, [workerId]);
    return true;
  }

  await open();
  return {
    hold: (workerId) =>
      inTurn(async () => {
        const client = await open();
        held.add(workerId);
        await client.query(`select pg_advisory_lock(${lockSpace})`, [workerId]);
      }),
    releaseDead: () => inTurn(releaseDead),
    async stop() {
      stopped = true;
      await session?.then((client) => client.end());
    },
  };

  async function releaseDead(): Promise<number> {
    const client = await open();
    // A worker that has just begun may not hold its lock yet.
    const { rows } = await client.query<{ worker: string }>(
      `select distinct locked_by as worker from graphile_worker._private_jobs
         where locked_by is not null and locked_at < now() - interval '3 seconds'`,
    );
    const dead: string[] = [];
    for (const { worker } of rows) {
      if (!held.has(worker) && (await isDead(client, worker))) dead.push(worker);
    }
    if (dead.length > 0) {
      // What was at its last attempt gets one more, in which its handler may say that it failed.
      await client.query(
        `update graphile_worker._private_jobs set max_attempts = attempts + 1
           where locked_by = any($1) and attempts >= max_attempts`,
        [dead],
      );
      await client.query("select graphile_worker.force_unlock_workers($1)", [dead]);
      log.warn({ workers: dead.length }, "took up the jobs of a process that was killed");
    }
    return dead.length;
  }
}
