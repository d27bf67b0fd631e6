import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ensureProgram } from "./ensure-program";
import type { Row } from "./row";
import { type Seeded, startSeeded } from "./seeded-server";

const run = promisify(execFile);
const connections = 32;

/** Requests a second through the real server, loaded by wrk, each beside a constant answer. */
export async function benchApi(): Promise<Row[]> {
  if (!ensureProgram("wrk")) throw new Error("The requests are made by wrk: install it first.");
  const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-api-"));
  const server = await startSeeded(10_000);
  try {
    const load = (name: string, path: string, body?: unknown) =>
      requestsPerSecond(directory, server, name, path, body);
    await load("warm", "/api/v1/artifacts?limit=100");
    const next = await load("next", "/api/health");
    const direct = await load("direct", "/api/v1/health");
    const create = await load("create", "/api/v1/artifacts", {
      name: "summer.mp4",
      contentType: "video/mp4",
      sizeBytes: 1_048_576,
    });
    const list = await load("list", "/api/v1/artifacts?limit=100");

    const beside = (value: number, name: string, yardstick: number) => ({
      value,
      unit: "req/s",
      yardstick: { name, value: yardstick },
      ratio: value / yardstick,
    });
    return [
      { name: "constant answer through Next", value: next, unit: "req/s" },
      { name: "constant answer, direct dispatch", ...beside(direct, "through Next", next) },
      {
        name: "create upload, 32 connections",
        ...beside(create, "direct", direct),
        aim: "> 961/s",
      },
      { name: "create upload, 32 connections", ...beside(create, "through Next", next) },
      { name: "list 100 of 10,000", ...beside(list, "direct", direct), aim: "> 352/s" },
      { name: "list 100 of 10,000", ...beside(list, "through Next", next) },
    ];
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function requestsPerSecond(
  directory: string,
  server: Seeded,
  name: string,
  path: string,
  body?: unknown,
): Promise<number> {
  const script = join(directory, `${name}.lua`);
  const headers = { ...server.headers, ...(body ? { "content-type": "application/json" } : {}) };
  await writeFile(
    script,
    [
      `wrk.method = ${JSON.stringify(body ? "POST" : "GET")}`,
      ...Object.entries(headers).map(
        ([key, value]) => `wrk.headers[${JSON.stringify(key)}] = ${JSON.stringify(value)}`,
      ),
      body ? `wrk.body = ${JSON.stringify(JSON.stringify(body))}` : "",
    ].join("\n"),
  );
  const { stdout } = await run("wrk", [
    "-t1",
    `-c${connections}`,
    "-d8s",
    "--timeout",
    "10s",
    "-s",
    script,
    `${server.url}${path}`,
  ]);
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1];
  if (refused) throw new Error(`${path}: ${refused} answers were refusals`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}
