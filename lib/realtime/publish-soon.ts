import type { Pool } from "pg";
import type { BaseContext } from "@/lib/context";
import { type ChangeBatch, createChangeBatch } from "./change-batch";
import { changeChannel, payloadsOf } from "./publish";

const delayMs = 20;
const batches = new WeakMap<Pool, ChangeBatch<"artifacts">>();

/**
 * Announces what is committed already and what only an open list waits for, many at once. NOTIFY
 * takes a lock that commits wait for one by one, each with its fsync; the commits of a hot path
 * are to go to disk together. Lost with the process: the list then shows it at its next look.
 */
export function publishSoon(
  { pool, log }: BaseContext,
  change: { kind: "artifacts"; clientId: string; ids: readonly string[] },
): void {
  const batch = batches.get(pool) ?? createChangeBatch(delayMs, tell);
  batches.set(pool, batch);
  batch.add(change.clientId, change.kind, change.ids);

  function tell(clientId: string, kind: "artifacts", ids: string[]): void {
    const payloads = payloadsOf({ kind, clientId, ids });
    pool
      .query("select pg_notify($1, payload) from unnest($2::text[]) payload", [
        changeChannel,
        payloads,
      ])
      .catch((err: unknown) => log.warn({ err }, "a change could not be announced"));
  }
}
