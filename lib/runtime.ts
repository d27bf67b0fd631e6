import type { Pool } from "pg";
import type { SessionCache } from "@/lib/auth";
import type { Db } from "@/lib/db";
import type { Storage } from "@/lib/storage";
import type { Config } from "./config";
import type { Log } from "./log";
import type { Secrets } from "./secrets";

/** What the process made at start and every request uses. */
export interface Runtime {
  config: Config;
  log: Log;
  secrets: Secrets;
  db: Db;
  pool: Pool;
  storage: Storage;
  sessions: SessionCache;
}

// Next bundles its pages apart from the server, so the one runtime has to live on globalThis.
const key = Symbol.for("vitrine.runtime");
const holder = globalThis as { [key]?: Runtime };

export function setRuntime(runtime: Runtime): void {
  holder[key] = runtime;
}

export function runtime(): Runtime {
  const made = holder[key];
  if (!made) throw new Error("the server was not started through lib/bin/web.ts");
  return made;
}
