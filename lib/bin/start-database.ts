import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Config } from "@/lib/config";
import { type Database, migrate, openDatabase } from "@/lib/db";
import { migrateJobs } from "@/lib/jobs";
import type { Log } from "@/lib/log";
import { startEmbedded } from "@/lib/postgres";
import { projectRoot } from "./project-root";
import type { Stopper } from "./stop";

interface StartedDatabase extends Database {
  url: string;
}

/** The Postgres of DATABASE_URL or an embedded one, with every table in place. */
export async function startDatabase(
  config: Config,
  log: Log,
  stopper: Stopper,
): Promise<StartedDatabase> {
  const url = config.DATABASE_URL ?? (await embedded(config, log, stopper));
  await answered(url, log);
  await migrate(url, join(projectRoot, "prisma/migrations"), log);
  const database = openDatabase(url, config.DATABASE_POOL_SIZE);
  stopper.add("database connections", () => database.close());
  await migrateJobs(database.pool, log);
  return { ...database, url };
}

async function embedded(config: Config, log: Log, stopper: Stopper): Promise<string> {
  const postgres = await startEmbedded(config.dataDir, { log });
  stopper.add("embedded Postgres", () => postgres.stop(), { always: true });
  return postgres.url;
}

const patienceMs = 30_000;

/** A database that starts at the same moment as we do (compose, a reboot) is waited for. */
async function answered(url: string, log: Log): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (let told = false; ; told = true) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      client.end().catch(() => {});
      const { code = "", message } = cause as NodeJS.ErrnoException;
      const mayCome = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "57P03"].includes(code);
      if (!mayCome || Date.now() > deadline) {
        const { host } = new URL(url);
        throw new Error(`The database at ${host} does not let us in: ${message || code}`, {
          cause,
        });
      }
      if (!told) log.warn({ code }, "waiting for the database");
      await sleep(500);
    }
  }
}
