import { execFile, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Cluster } from "./cluster";
import { commandAs } from "./run-as";

export interface Postmaster {
  pid: number;
  port: number;
  state: "ready" | "starting" | "stopping";
}

/** What postmaster.pid says, when that process is there and is this cluster's. */
export function findPostmaster(cluster: Cluster): Postmaster | undefined {
  const file = join(cluster.directory, "postmaster.pid");
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // A starting Postgres writes the file in steps.
  if (!pid || !port) return undefined;
  if (isPostmasterOf(cluster.directory, pid)) return { pid, port, state: stateOf(lines[7]) };
  // After a power cut the number may belong to another program, and Postgres would not start.
  removeStale(file, text);
  return undefined;
}

/** A server that stops removes the file at any moment. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function stateOf(line: string | undefined): Postmaster["state"] {
  const state = line?.trim();
  return state === "ready" || state === "stopping" ? state : "starting";
}

/** A postmaster works in its data directory; on other systems than Linux that it lives must do. */
function isPostmasterOf(directory: string, pid: number): boolean {
  try {
    process.kill(pid, 0);
    return (
      process.platform !== "linux" || realpathSync(`/proc/${pid}/cwd`) === realpathSync(directory)
    );
  } catch {
    return false;
  }
}

/** Only that very file: another process may just have put a good one in its place. */
function removeStale(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, "utf8") === text) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // Another process was faster.
  }
}

// Nothing of ours reaches it: PGPORT, PGDATA and their like would.
const bareEnvironment = {
  PATH: "/usr/bin:/bin",
  ...(process.platform === "win32" && { SystemRoot: "C:\\Windows" }),
} as unknown as NodeJS.ProcessEnv;

/** Starts a server in its own process group, so that Ctrl-C reaches us alone. Resolves at its end. */
export function launch(cluster: Cluster, port: number, settings: string[]): Promise<number | null> {
  const args = [
    ["-D", cluster.directory],
    ["-c", `port=${port}`],
    ["-c", "listen_addresses=127.0.0.1"],
    ["-c", "unix_socket_directories="],
    ["-c", "max_connections=200"],
    ["-c", `shared_buffers=${sharedBuffersMb()}MB`],
    ...settings.map((setting) => ["-c", setting]),
  ].flat();
  const { postgres } = cluster.binaries;
  const command = commandAs(cluster.identity, [cluster.directory, postgres], postgres, args);
  const log = openLog(cluster.logFile);
  const child = spawn(command.file, command.args, {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    uid: command.uid,
    gid: command.gid,
    env: bareEnvironment,
  });
  closeSync(log);
  child.unref();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
}

function openLog(file: string): number {
  const maxBytes = 10 * 1024 * 1024;
  if (existsSync(file) && statSync(file).size > maxBytes) renameSync(file, `${file}.old`);
  return openSync(file, "a", 0o600);
}

export async function stopPostmaster(cluster: Cluster, postmaster: Postmaster): Promise<void> {
  if (process.platform === "win32") {
    const args = ["stop", "-D", cluster.directory, "-m", "fast", "-W"];
    await promisify(execFile)(cluster.binaries.pgCtl, args);
    return;
  }
  try {
    process.kill(postmaster.pid, "SIGINT");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** An eighth of the memory there is: a library of a million rows stays in it, a small machine lives. */
function sharedBuffersMb(): number {
  const allowed = process.constrainedMemory();
  const bytes = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
  return Math.round(Math.min(Math.max(bytes / 8 / 1024 ** 2, 64), 1024));
}
