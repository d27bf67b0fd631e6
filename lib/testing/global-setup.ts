import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runMigrations } from "graphile-worker";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/db";
import { createLog } from "@/lib/log";
import { startEmbedded } from "@/lib/postgres";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One embedded Postgres for the whole run, in a directory that is removed at the end. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const log = createLog("error");
  const dataDir = await mkdtemp(join(tmpdir(), "vitrine-test-"));
  const postgres = await startEmbedded(dataDir, {
    log,
    settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(postgres.url, resolve("prisma/migrations"), log);
    await runMigrations({ connectionString: postgres.url });
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("databaseUrl", postgres.url);
  return stop;
}
