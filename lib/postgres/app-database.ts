import type { Client } from "pg";
import type { PasswordOf } from "./password";

/** Any number that nothing else of ours locks. */
const lock = 4_815_163;

/** The application's role is no superuser, so that it can never read files or run programs. */
export async function ensureAppDatabase(client: Client, passwordOf: PasswordOf): Promise<void> {
  if (await exists(client, "pg_database", "datname")) return;
  await client.query("SELECT pg_advisory_lock($1)", [lock]);
  try {
    if (!(await exists(client, "pg_roles", "rolname"))) {
      const password = client.escapeLiteral(passwordOf("vitrine"));
      await client.query(`CREATE ROLE vitrine LOGIN PASSWORD ${password}`);
    }
    if (!(await exists(client, "pg_database", "datname"))) {
      await client.query("CREATE DATABASE vitrine OWNER vitrine");
    }
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [lock]);
  }
}

async function exists(client: Client, catalogue: string, column: string): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT FROM ${catalogue} WHERE ${column} = 'vitrine'`);
  return rowCount === 1;
}
