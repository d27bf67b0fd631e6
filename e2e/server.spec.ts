import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { databaseUrlOf } from "./database-url";
import { expect, test } from "./fixtures";
import { runServer, type ServerProcess, startServer } from "./server-process";

let directory: string;
let started: ServerProcess[];
test.beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "vitrine-server-"));
  started = [];
});
test.afterEach(async () => {
  for (const { child, stop } of started)
    if (child.exitCode === null && !child.signalCode) await stop();
  expect(postmasterPid()).toBeUndefined();
  await rm(directory, { recursive: true, force: true });
});

async function start(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServer({ DATA_DIR: directory, ...environment });
  started.push(server);
  return server;
}

function postmasterPid(): number | undefined {
  const file = join(directory, "postgres/postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : undefined;
}

const post = (url: string, body: unknown) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const somebody = {
  name: "Ada",
  email: "ada@example.com",
  password: "a window full of light",
  clientName: "Blue Cup",
};

test("prints a link that makes the first administrator once", async () => {
  const server = await start();
  const token = new URL(server.setupUrl ?? "").searchParams.get("token");
  const setup = (given: unknown) =>
    post(`${server.url}/api/v1/setup`, { ...somebody, token: given });
  expect((await setup("wrong")).status).toBe(403);
  expect((await setup(token)).status).toBe(201);
  expect((await setup(token)).status).toBe(409);
  expect(await server.stop()).toBe(0);

  const again = await start();
  expect(again.setupUrl).toBeUndefined();
  expect(await again.stop()).toBe(0);
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`stops at ${signal} within five seconds, the database too`, async () => {
    const server = await start();
    const socket = new WebSocket(server.url.replace("http", "ws").concat("/ws"));
    await new Promise((resolve) => socket.once("open", resolve));
    const begin = Date.now();
    expect(await server.stop(signal)).toBe(0);
    expect(Date.now() - begin).toBeLessThan(5_000);
    expect(postmasterPid()).toBeUndefined();
  });
}

test("is stopped cleanly also while it is still starting", async () => {
  const { child, ended } = runServer({ DATA_DIR: directory });
  while (postmasterPid() === undefined) await sleep(10);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("has lost nothing after it and its database were killed", async () => {
  const server = await start();
  const token = new URL(server.setupUrl ?? "").searchParams.get("token");
  expect((await post(`${server.url}/api/v1/setup`, { ...somebody, token })).status).toBe(201);
  process.kill(postmasterPid() ?? 0, "SIGKILL");
  await server.stop("SIGKILL");

  const again = await start();
  expect(again.setupUrl).toBeUndefined();
  expect(await again.stop()).toBe(0);
});

test("takes over the database that a killed process left running", async () => {
  const server = await start();
  const pid = postmasterPid();
  await server.stop("SIGKILL");
  const again = await start();
  expect(postmasterPid()).toBe(pid);
  expect(await again.stop()).toBe(0);
});

test("two share one database, and the second to go stops it", async () => {
  const first = await start();
  const second = await start();
  expect(second.setupUrl?.replace(second.url, "")).toBe(first.setupUrl?.replace(first.url, ""));
  expect(await first.stop()).toBe(0);
  expect((await fetch(`${second.url}/api/v1/health`)).status).toBe(200);
  expect(await second.stop()).toBe(0);
});

test("says so when its port is busy, starts nothing, and ends with 1", async () => {
  const other = createServer().listen(0, "0.0.0.0");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const { output, ended } = runServer({ DATA_DIR: directory, PORT: String(port) });
  expect(await ended).toBe(1);
  expect(output()).toContain(`Port ${port} is taken`);
  other.close();
});

test("tells all that is wrong in its configuration at once", async () => {
  const wrong = { PORT: "http", ROLE: "boss", DATABASE_URL: "mysql://x", AUTH_SECRET: "short" };
  const { output, ended } = runServer({ DATA_DIR: directory, ...wrong });
  expect(await ended).toBe(1);
  for (const name of Object.keys(wrong)) expect(output()).toContain(`${name}:`);
});

test("uses the Postgres of DATABASE_URL and then starts none", async () => {
  const host = await start();
  const own = await mkdtemp(join(tmpdir(), "vitrine-own-"));
  const guest = await start({
    DATA_DIR: own,
    DATABASE_URL: databaseUrlOf(directory),
    LOCAL_STORAGE_PATH: join(directory, "files"),
  });
  expect(existsSync(join(own, "postgres"))).toBe(false);
  expect(statSync(join(own, "secret")).mode & 0o777).toBe(0o600);
  expect((await fetch(`${guest.url}/api/v1/health`)).status).toBe(200);
  expect(await guest.stop()).toBe(0);
  expect(await host.stop()).toBe(0);
  await rm(own, { recursive: true, force: true });
});

test("runs jobs without a web server as a worker", async () => {
  const host = await start({ ROLE: "web" });
  const worker = runServer({ DATA_DIR: directory, ROLE: "worker", LOG_LEVEL: "info" });
  while (!worker.output().includes("the worker is ready")) await sleep(20);
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  expect(await host.stop()).toBe(0);
});
