import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { createSessionCache } from "@/lib/auth";
import { parseConfig } from "@/lib/config";
import { type Database, openDatabase } from "@/lib/db";
import { createLog } from "@/lib/log";
import { type Runtime, setRuntime } from "@/lib/runtime";
import { deriveSecrets } from "@/lib/secrets";
import { createMemoryStorage, type Storage } from "@/lib/storage";

let database: Database | undefined;
let made: Runtime | undefined;

afterAll(async () => {
  await database?.close();
});

export const testSecrets = deriveSecrets("a secret of tests, long enough for all");

/** The runtime of a test file: the real database, bytes in memory. The same one when called again. */
export async function testRuntime(overrides: Partial<Runtime> = {}): Promise<Runtime> {
  database ??= openDatabase(inject("databaseUrl"), 8);
  made ??= {
    config: parseConfig({
      DATABASE_URL: inject("databaseUrl"),
      DATA_DIR: join(tmpdir(), `vitrine-test-${randomUUID()}`),
      LOG_LEVEL: "silent",
    }),
    log: createLog("silent"),
    secrets: testSecrets,
    db: database.db,
    pool: database.pool,
    storage: testStorage(),
    sessions: createSessionCache(),
  };
  made = { ...made, ...overrides };
  const { backendId, kind } = made.storage.current;
  await made.db.backend.createMany({ data: [{ id: backendId, kind }], skipDuplicates: true });
  setRuntime(made);
  return made;
}

function testStorage(): Storage {
  return createMemoryStorage(testSecrets);
}
