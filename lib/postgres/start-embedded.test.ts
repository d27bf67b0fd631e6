import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { chown, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "@/lib/log";
import { type EmbeddedPostgres, startEmbedded } from "./start-embedded";

const log = createLog("silent");
const settings = ["fsync=off"];
let dataDir: string;
let running: EmbeddedPostgres[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "vitrine-embedded-"));
  running = [];
});
afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  expect(postmasterPid()).toBeUndefined();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded(dataDir, { log, settings });
  running.push(postgres);
  return postgres;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number | undefined {
  const file = join(dataDir, "postgres/postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : undefined;
}

async function until(condition: () => unknown): Promise<void> {
  while (!(await condition())) await sleep(25);
}

/** Another process of the application, which may be killed. */
async function startElsewhere(uid?: number): Promise<{ child: ChildProcess; url: string }> {
  const program = `
    import { startEmbedded } from "./lib/postgres/start-embedded.ts";
    import { createLog } from "./lib/log.ts";
    const postgres = await startEmbedded(${JSON.stringify(dataDir)}, { log: createLog("silent") });
    process.on("SIGTERM", () => void postgres.stop().then(() => process.exit(0)));
    console.log(postgres.url);
    setInterval(() => {}, 1000);`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  const child = spawn(process.execPath, args, { uid, gid: uid, stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const ended = once(child, "exit").then(() => Promise.reject(new Error(errors)));
  const [line] = await Promise.race([once(child.stdout, "data"), ended]);
  ended.catch(() => {});
  return { child, url: String(line).trim() };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

describe("the embedded Postgres", () => {
  it("makes a database whose role is no superuser and which sorts the same everywhere", async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      `select rolsuper, datlocprovider::text, datlocale, datctype
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    );
    expect(row).toMatchObject({ rolsuper: false, datlocprovider: "b", datlocale: "C.UTF-8" });
    await expect(query(url, "select pg_read_file('/etc/passwd')")).rejects.toThrow(/permission/);
  });

  it("keeps its password to itself and listens on loopback alone", async () => {
    const { url } = await start();
    expect((await stat(join(dataDir, "postgres.password"))).mode & 0o777).toBe(0o600);
    const [row] = await query(url, "select current_setting('listen_addresses') as addresses");
    expect(row).toEqual({ addresses: "127.0.0.1" });
  });

  it("keeps what was written when it is stopped and started again", async () => {
    const first = await start();
    await query(first.url, "create table kept as select 7 as n");
    await first.stop();
    running = [];
    expect(postmasterPid()).toBeUndefined();
    expect(await query((await start()).url, "select n from kept")).toEqual([{ n: 7 }]);
  });

  it("is one server for all who start it at once, and the last one out stops it", async () => {
    const all = await Promise.all([start(), start(), start()]);
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    expect((await readdir(dataDir)).sort()).toEqual([
      "postgres",
      "postgres.log",
      "postgres.password",
    ]);
    const pid = postmasterPid();
    running = [];
    await Promise.all([all[0]?.stop(), all[1]?.stop()]);
    expect(postmasterPid()).toBe(pid);
    await all[2]?.stop();
    expect(postmasterPid()).toBeUndefined();
  });

  it("is taken over from a process that was killed", async () => {
    const { child, url } = await startElsewhere();
    await query(url, "create table kept as select 1 as n");
    const pid = postmasterPid();
    await end(child, "SIGKILL");
    const postgres = await start();
    expect(postmasterPid()).toBe(pid);
    expect(await query(postgres.url, "select n from kept")).toEqual([{ n: 1 }]);
  });

  it("recovers what was committed when it was killed with its process", async () => {
    const { child, url } = await startElsewhere();
    await query(url, "create table kept as select 1 as n");
    const pid = postmasterPid() ?? 0;
    process.kill(pid, "SIGKILL");
    await end(child, "SIGKILL");
    expect(await query((await start()).url, "select n from kept")).toEqual([{ n: 1 }]);
    expect(postmasterPid()).not.toBe(pid);
  });

  it("starts although its old process number now belongs to another program", async () => {
    await (await start()).stop();
    running = [];
    const stale = [
      process.pid,
      join(dataDir, "postgres"),
      "1",
      "5432",
      "",
      "127.0.0.1",
      "1 1",
      "ready",
    ];
    writeFileSync(join(dataDir, "postgres/postmaster.pid"), `${stale.join("\n")}\n`);
    expect(await query((await start()).url, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("comes back on its port when it dies under a running process", async () => {
    const { url } = await start();
    const pid = postmasterPid() ?? 0;
    process.kill(pid, "SIGKILL");
    await until(() => postmasterPid() !== pid && query(url, "select 1").catch(() => false));
    expect(postmasterPid()).not.toBe(pid);
  });

  it("does not touch a directory of another version", async () => {
    await (await start()).stop();
    running = [];
    writeFileSync(join(dataDir, "postgres/PG_VERSION"), "17\n");
    await expect(start()).rejects.toThrow(/made by Postgres 17/);
  });

  it.runIf(process.getuid?.() === 0)("runs for an ordinary user as well", async () => {
    const nobody = 65_534;
    await chown(dataDir, nobody, nobody);
    const { child, url } = await startElsewhere(nobody);
    expect(await query(url, "select 1 as n")).toEqual([{ n: 1 }]);
    expect((await stat(join(dataDir, "postgres"))).uid).toBe(nobody);
    await end(child, "SIGTERM");
    expect(postmasterPid()).toBeUndefined();
  });

  it.runIf(process.getuid?.() === 0)("never runs as root, also below a closed folder", async () => {
    const closed = dataDir;
    dataDir = join(closed, "closed/data");
    try {
      await mkdir(join(closed, "closed"), { mode: 0o700 });
      const { url } = await start();
      expect(await query(url, "select 1 as n")).toEqual([{ n: 1 }]);
      expect((await stat(join(dataDir, "postgres"))).uid).not.toBe(0);
      for (const postgres of running) await postgres.stop();
      running = [];
    } finally {
      dataDir = closed;
    }
  });
});
