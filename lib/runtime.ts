import type { Pool } from "pg";
import { v7 as uuid } from "uuid";
import type { SessionCache } from "@/lib/auth";
import type { Db } from "@/lib/db";
import type { Storage } from "@/lib/storage";
import type { Config } from "./config";
import type { Actor, BaseContext } from "./context";
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

/** What a use case is given: the parts that it may use, and who acts. */
export function contextOf<A extends Actor>(
  { db, pool, storage, log }: Runtime,
  actor: A,
  requestId: string = uuid(),
): BaseContext & { actor: A } {
  return { actor, db, pool, storage, log, requestId };
}
