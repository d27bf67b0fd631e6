import { Client } from "pg";

/** Any number that nothing else of ours locks. */
const lock = 4_815_162;

/**
 * One connection per process that uses the server, holding a shared advisory lock. Pools drop
 * idle connections, so counting connections would not tell whether anyone still needs it.
 */
export interface Lease {
  /** Lets go; true when nobody else holds on, and then nobody new gets in. */
  release(): Promise<boolean>;
  end(): Promise<void>;
}

interface LeaseOptions {
  /** Runs on the connection before anyone may rely on the server. */
  prepare(client: Client): Promise<void>;
  onLost(): void;
}

export async function takeLease(url: string, { prepare, onLost }: LeaseOptions): Promise<Lease> {
  const client = new Client({
    connectionString: url,
    application_name: "vitrine-lease",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  let leaving = false;
  client.on("error", () => {});
  client.once("end", () => {
    if (!leaving) onLost();
  });
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock_shared($1)", [lock]);
    await prepare(client);
  } catch (error) {
    leaving = true;
    client.end().catch(() => {});
    throw error;
  }
  return {
    async release() {
      leaving = true;
      const { rows } = await client.query<{ alone: boolean }>(
        `SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS alone`,
        [lock],
      );
      return rows[0]?.alone ?? false;
    },
    async end() {
      leaving = true;
      await client.end().catch(() => {});
    },
  };
}
