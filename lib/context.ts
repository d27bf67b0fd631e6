import type { Pool } from "pg";
import type { Db } from "@/lib/db";
import type { Storage } from "@/lib/storage";
import { AppError } from "./errors";
import type { Log } from "./log";

/** Who acts. Closed: a new kind must be thought through wherever it is switched on. */
export type Actor =
  | { kind: "person"; userId: string; isAdmin: boolean }
  | { kind: "key"; keyId: string }
  | { kind: "agent"; keyId: string; name: string }
  | { kind: "screen"; screenId: string }
  | { kind: "job"; name: string }
  | { kind: "anonymous"; address: string };

export type Scope =
  | "artifacts:read"
  | "artifacts:write"
  | "artifacts:delete"
  | "screens:read"
  | "screens:write"
  | "members:read"
  | "members:write"
  | "client:write"
  | "manifest:read";

/** What every use case is given, whether or not a client is chosen. */
export interface BaseContext {
  actor: Actor;
  /** Prisma: the client, or the transaction that is under way. */
  db: Db;
  /** The pool under Prisma, for prepared hot paths; never inside a transaction. */
  pool: Pool;
  storage: Storage;
  log: Log;
  requestId: string;
}

/** A use case within one client. Every query names `clientId`. */
export interface Context extends BaseContext {
  clientId: string;
  scopes: ReadonlySet<Scope>;
  /** Sites that the actor is confined to; undefined: all of the client's. */
  siteIds: readonly string[] | undefined;
}

/** What a job of one client is given. It acts for nobody, so use cases that ask for a scope refuse it. */
export function jobContext(base: BaseContext, name: string, clientId: string, log: Log): Context {
  const actor = { kind: "job", name } as const;
  return { ...base, actor, log, clientId, scopes: new Set(), siteIds: undefined };
}

export function requireScope(ctx: Context, scope: Scope): void {
  if (!ctx.scopes.has(scope)) {
    throw new AppError("forbidden", `scope ${scope} is missing`, { params: { scope } });
  }
}
