import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Load } from "./byte-load";
import { ensureProgram } from "./ensure-program";
import { freePort } from "./free-port";

export const secret = "a secret of the bench, at least 32 characters long";

/** Our data plane over a store in that directory, in a process of its own. */
export async function startByteServer(directory: string) {
  const child = fork("bench/byte-server.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, LOCAL_STORAGE_PATH: directory, AUTH_SECRET: secret },
  });
  const [port] = await once(child, "message");
  return { port: port as number, pid: child.pid ?? 0, stop: () => stop(child) };
}

/** Runs a load in a process of its own, and answers what it moved. */
export async function runLoad(
  load: Load,
): Promise<{ requests: number; bytes: number; seconds: number }> {
  const child = fork("bench/byte-load.ts", { execArgv: ["--import", "tsx"] });
  child.send(load);
  const [result] = await once(child, "message");
  return result;
}

/** Processor seconds that a process has used; undefined where there is no /proc. */
export function processorSeconds(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  // proc(5): fields 14 and 15 in ticks of 1/100 s; the second may hold blanks, in brackets.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** nginx as Debian has it, one worker with sendfile; undefined where it cannot be had. */
export async function startNginx(directory: string, files: string) {
  if (!ensureProgram("nginx", "nginx-light")) return undefined;
  const port = await freePort();
  const config = join(directory, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${directory}/${name};`)
    .join(" ");
  await writeFile(
    config,
    `daemon off; master_process off; worker_processes 1; pid ${directory}/nginx.pid;
error_log ${directory}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; ${temporary}
  server { listen 127.0.0.1:${port}; root ${files}; }
}
`,
  );
  const child = spawn("nginx", ["-c", config, "-e", `${directory}/error.log`], {
    stdio: "ignore",
  });
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer) return { port, pid: child.pid ?? 0, stop: () => stop(child) };
    await sleep(50);
  }
  await stop(child);
  return undefined;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
