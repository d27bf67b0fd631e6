import { LRUCache } from "lru-cache";
import type { Pool } from "pg";

interface Entry<T> {
  value: Promise<T>;
  /** undefined: still being read. */
  readAt: number | undefined;
}

export interface ManifestCache<T> {
  /** Whoever asks while it is being read shares the reading. */
  get(clientId: string, read: () => Promise<T>): Promise<T>;
  /** With `seen`: only if that is still what is kept. */
  forget(clientId: string, seen?: Promise<T>): void;
  clear(): void;
  /** How long an answer may be kept: zero, unless someone calls `forget` on every change. */
  maxAgeMs: number;
}

export function createManifestCache<T>(now = Date.now): ManifestCache<T> {
  const entries = new LRUCache<string, Entry<T>>({ max: 500 });

  const cache: ManifestCache<T> = {
    maxAgeMs: 0,
    get(clientId, read) {
      const kept = entries.get(clientId);
      if (kept && (kept.readAt === undefined || now() - kept.readAt < cache.maxAgeMs)) {
        return kept.value;
      }
      const entry: Entry<T> = { value: read(), readAt: undefined };
      entries.set(clientId, entry);
      entry.value.then(
        () => {
          entry.readAt = now();
        },
        () => {
          if (entries.peek(clientId) === entry) entries.delete(clientId);
        },
      );
      return entry.value;
    },
    forget(clientId, seen) {
      if (!seen || entries.peek(clientId)?.value === seen) entries.delete(clientId);
    },
    clear: () => entries.clear(),
  };
  return cache;
}

// Next's bundle has its own copy of this module, but the pool is the same.
const key = Symbol.for("vitrine.manifests");
const holder = globalThis as { [key]?: WeakMap<Pool, ManifestCache<unknown>> };

/** The one cache of this process's runtime. */
export function manifestCacheOf<T>(pool: Pool): ManifestCache<T> {
  holder[key] ??= new WeakMap();
  const cache = holder[key].get(pool) ?? createManifestCache<unknown>();
  holder[key].set(pool, cache);
  return cache as ManifestCache<T>;
}
