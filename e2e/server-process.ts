import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export interface ServerProcess {
  child: ChildProcess;
  /** `http://localhost:<port>` */
  url: string;
  /** The one-time link, while nobody is there yet. */
  setupUrl: string | undefined;
  /** All that it has printed so far. */
  output(): string;
  /** Ends it by a signal and answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

type Environment = Record<string, string>;

/** Runs the built server on a free port until it says that it is ready, or ends. */
export async function startServer(environment: Environment): Promise<ServerProcess> {
  const { child, output, ended } = runServer(environment);
  // The welcome is one write; lines of the log may already stand behind it.
  while (!/Vitrine is ready {3}\S+[\s\S]*?\n\n/.test(output())) {
    if (child.exitCode !== null || child.signalCode) {
      throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    }
    await sleep(20);
  }
  return {
    child,
    output,
    url: /Vitrine is ready {3}(\S+)/.exec(output())?.[1] ?? "",
    setupUrl: /^ +(http\S+\/setup\?token=\S+)$/m.exec(output())?.[1],
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      return await ended;
    },
  };
}

/** Runs it without waiting for anything. */
export function runServer(environment: Environment) {
  const inherited = { ...process.env };
  for (const name of ["npm_lifecycle_event", "NODE_ENV", "DATABASE_URL"]) delete inherited[name];
  const child = spawn(process.execPath, ["dist/web.mjs"], {
    env: { ...inherited, PORT: "0", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  const ended: Promise<number | null> = once(child, "close").then(([code]) => code);
  return { child, output: () => text, ended };
}
