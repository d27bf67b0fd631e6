// npm run migration -- <name>   writes prisma/migrations/<time>_<name>/migration.sql
// npm run migration -- --check  ends with 2 when the schema is ahead of its migrations
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diffSchemas } from "./schema-engine";

const folder = "prisma/migrations";
const snapshotPath = join(folder, "schema.snapshot.prisma");
const name = process.argv[2];

const current = await readFile("prisma/schema.prisma", "utf8");
const snapshot = existsSync(snapshotPath) ? await readFile(snapshotPath, "utf8") : undefined;
const sql = await diffSchemas(snapshot, current);

if (sql === "") {
  console.log("The migrations are up to date with the schema.");
} else if (name === "--check") {
  console.error(`The schema is ahead of its migrations:\n${sql}`);
  process.exit(2);
} else if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Name the migration: npm run migration -- add_playlists");
  process.exit(1);
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = join(folder, `${stamp}_${name}`);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "migration.sql"), sql);
  await writeFile(snapshotPath, current);
  await writeFile(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(`${target}/migration.sql`);
}
