import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { v7 as uuid } from "uuid";
import { sessionCookie } from "@/lib/auth";
import { createLog } from "@/lib/log";
import { startEmbedded } from "@/lib/postgres";
import { deriveSecrets } from "@/lib/secrets";
import { secret } from "./byte-processes";
import { freePort } from "./free-port";

const clientId = "bench";

export interface Seeded {
  url: string;
  /** Of the signed-in owner of the client. */
  headers: Record<string, string>;
  userId: string;
  databaseUrl: string;
  stop(): Promise<void>;
}

/** The built server on a Postgres of its own, with one client that has `count` films. */
export async function startSeeded(count: number): Promise<Seeded> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-"));
  const postgres = await startEmbedded(directory, { log: createLog("error") });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["dist/web.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      DATA_DIR: directory,
      AUTH_SECRET: secret,
      HOST: "127.0.0.1",
      PORT: String(port),
      LOG_LEVEL: "error",
    },
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await answers(`${url}/api/v1/health`, child);
    const userId = await seed(postgres.url, count);
    const cookie = await sessionCookie(deriveSecrets(secret).session, {
      userId,
      sessionVersion: 1,
    });
    const headers = { cookie, "x-client-id": clientId };
    return { url, headers, userId, databaseUrl: postgres.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function seed(databaseUrl: string, count: number): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const userId = uuid();
  await client.query("insert into clients (id, name) values ($1, 'Bench')", [clientId]);
  await client.query(
    "insert into users (id, email, name, password_hash) values ($1, 'b@example.com', 'B', '')",
    [userId],
  );
  await client.query(
    "insert into memberships (client_id, user_id, role) values ($1, $2, 'OWNER')",
    [clientId, userId],
  );
  await client.query(
    `insert into blobs (client_id, id, state, sha256, size_bytes, content_type, duration_ms, width, height)
     select $1, uuidv7(), 'VERIFIED', encode(sha256(n::text::bytea), 'hex'), 1048576, 'video/mp4', 15000, 1920, 1080
     from generate_series(1, $2::int) n`,
    [clientId, count],
  );
  await client.query(
    `insert into artifacts (client_id, id, name, type, status, content_type, size_bytes, blob_id, created_by_id, updated_at)
     select $1, uuidv7(), 'Summer ' || row_number() over () || '.mp4', 'VIDEO', 'AVAILABLE', 'video/mp4', 1048576, id, $2, now()
     from blobs where client_id = $1`,
    [clientId, userId],
  );
  await client.query("vacuum analyze");
  await client.end();
  return userId;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 100) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error("the server does not answer");
}
