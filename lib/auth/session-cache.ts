import { LRUCache } from "lru-cache";
import type { Standing } from "./find-standing";
import type { SessionClaims } from "./session-cookie";

const ttlMs = 30_000;

/**
 * Spares the hot path its decryption and its query. Rights live here for 30 seconds at most, and
 * end earlier by `forget`, which every process calls on a Change of kind "sessions".
 */
export interface SessionCache {
  claims(
    token: string,
    read: () => Promise<SessionClaims | undefined>,
  ): Promise<SessionClaims | undefined>;
  standing(
    userId: string,
    find: () => Promise<Standing | undefined>,
  ): Promise<Standing | undefined>;
  forget(userId: string): void;
  clear(): void;
}

export function createSessionCache(): SessionCache {
  const claims = new LRUCache<string, SessionClaims>({ max: 20_000 });
  const standings = new LRUCache<string, Standing>({ max: 20_000, ttl: ttlMs });
  // What was read before a `forget` and arrives after it must not be kept.
  let generation = 0;

  return {
    async claims(token, read) {
      const known = claims.get(token) ?? (await read());
      if (!known || known.expiresAtMs <= Date.now()) return;
      claims.set(token, known);
      return known;
    },
    async standing(userId, find) {
      const known = standings.get(userId);
      if (known) return known;
      const before = generation;
      const found = await find();
      if (found && generation === before) standings.set(userId, found);
      return found;
    },
    forget(userId) {
      generation++;
      standings.delete(userId);
    },
    clear() {
      generation++;
      standings.clear();
    },
  };
}
