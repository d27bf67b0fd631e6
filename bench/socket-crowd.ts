import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

interface Said {
  type: "open" | "listening" | "told" | "failed";
  heardAt?: number[];
  text?: string;
}

export interface Crowd {
  /** Milliseconds from `tell` being called until each socket heard. */
  hear(tell: () => unknown): Promise<number[]>;
  close(): Promise<void>;
}

interface CrowdOptions {
  url: string;
  count: number;
  /** What each says first, and what the answer that it waits for contains. */
  hellos?: { text: string; until: string }[];
}

/** Opens `count` sockets from a process of their own. */
export async function gatherCrowd(options: CrowdOptions): Promise<Crowd> {
  const path = fileURLToPath(new URL("socket-crowd-child.mjs", import.meta.url));
  const child = fork(path, [], { execArgv: [] });
  await ask(child, { type: "open", ...options }, "open");
  return {
    async hear(tell) {
      await ask(child, { type: "listen" }, "listening");
      const told = answer(child, "told");
      const startedAt = machineMs();
      await tell();
      return ((await told).heardAt ?? []).map((at) => at - startedAt);
    },
    async close() {
      const exited = once(child, "exit");
      child.disconnect();
      await exited;
    },
  };
}

/** CLOCK_MONOTONIC is the same in all processes of a machine. */
function machineMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function ask(child: ChildProcess, message: object, wanted: Said["type"]): Promise<Said> {
  const said = answer(child, wanted);
  child.send(message);
  return said;
}

function answer(child: ChildProcess, wanted: Said["type"]): Promise<Said> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      child.off("message", onMessage);
      child.off("exit", onExit);
    };
    const onMessage = (message: Said) => {
      if (message.type !== wanted && message.type !== "failed") return;
      stop();
      if (message.type === "failed") reject(new Error(message.text));
      else resolve(message);
    };
    const onExit = (code: number | null) => reject(new Error(`the crowd ended with ${code}`));
    child.on("message", onMessage);
    child.once("exit", onExit);
  });
}
