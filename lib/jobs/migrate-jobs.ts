import { runMigrations } from "graphile-worker";
import type { Pool } from "pg";
import type { Log } from "@/lib/log";
import { jobLog } from "./job-log";

/** Makes the queue's own schema. Before anything is served: `add_job` does not exist earlier. */
export async function migrateJobs(pool: Pool, log?: Log): Promise<void> {
  await runMigrations({ pgPool: pool, ...(log ? { logger: jobLog(log) } : {}) });
}
