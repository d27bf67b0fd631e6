import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import type { Log } from "@/lib/log";

// Prisma's own advisory lock and table, so that `prisma migrate` and this runner agree.
const advisoryLock = 72707369;
const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Applies what is missing, each file in one transaction; answers the names it applied. */
export async function migrate(url: string, directory: string, log: Log): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: "vitrine-migrate" });
  // A connection lost between two queries is reported by the next query.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    await client.query("SET client_min_messages = warning");
    await client.query(migrationsTable);
    const done = await appliedMigrations(client);
    const applied: string[] = [];
    for (const name of await migrationNames(directory)) {
      const sql = await readFile(join(directory, name, "migration.sql"));
      const checksum = createHash("sha256").update(sql).digest("hex");
      const before = done.get(name);
      if (before !== undefined) {
        if (before !== checksum) log.warn({ migration: name }, "an applied migration was edited");
        continue;
      }
      await apply(client, name, checksum, sql.toString("utf8"));
      log.info({ migration: name }, "migration applied");
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function migrationNames(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const failed = rows.find((row) => !row.finished);
  if (failed)
    throw new Error(`the migration ${failed.name} failed earlier and was left unfinished`);
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function apply(client: Client, name: string, checksum: string, sql: string): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`the migration ${name} failed: ${(cause as Error).message}`, { cause });
  }
}
