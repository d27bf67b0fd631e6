import { Readable } from "node:stream";
import { LRUCache } from "lru-cache";
import type { Driver } from "../driver";
import { watchWhole } from "./watch-bytes";

/** What a cache has done since the process began, and holds now. */
export interface CacheCounts {
  hits: number;
  misses: number;
  objects: number;
  bytes: number;
}

interface MemoryCacheOptions {
  maxBytes: number;
  ttlMs: number;
  /** Larger ones pass through. */
  maxObjectBytes?: number;
}

/** Small objects that were read whole stay in this process's memory; one cache for all places. */
export function createMemoryCache({
  maxBytes,
  ttlMs,
  maxObjectBytes = Math.min(1024 * 1024, maxBytes / 8),
}: MemoryCacheOptions) {
  const held = new LRUCache<string, Buffer>({
    maxSize: maxBytes,
    sizeCalculation: (bytes) => bytes.length + 1,
    ttl: ttlMs,
  });
  const counts = { hits: 0, misses: 0 };
  // What was changed while it was being read must not come back as it was before.
  const changed = new LRUCache<string, number>({ max: 10_000 });
  let now = 0;
  const forget = (name: string) => {
    now += 1;
    changed.set(name, now);
    held.delete(name);
  };

  const nameAt = (backendId: string, encodings: readonly string[], key: string) =>
    [backendId, ...encodings, key].join(" ");

  function withMemoryCache<D extends Driver>(driver: D, encodings: readonly string[] = []): D {
    const nameOf = (key: string) => nameAt(driver.backendId, encodings, key);
    const forgetting =
      <T, R>(work: (given: T) => Promise<R>, keyOf: (given: T) => string) =>
      async (given: T) => {
        forget(nameOf(keyOf(given)));
        // Read meanwhile by somebody, it may have come back.
        return work(given).finally(() => forget(nameOf(keyOf(given))));
      };
    return {
      ...driver,
      put: (key: string, body: Readable, options: Parameters<D["put"]>[2]) =>
        forgetting(
          () => driver.put(key, body, options),
          () => key,
        )(undefined),
      delete: forgetting(driver.delete, (key: string) => key),
      finishUpload: forgetting(driver.finishUpload, ({ key }: { key: string }) => key),
      abortUpload: forgetting(driver.abortUpload, ({ key }: { key: string }) => key),
      async get(key: string, range?: { start: number; end: number }) {
        const bytes = held.get(nameOf(key));
        if (bytes) {
          counts.hits += 1;
          const piece = range ? bytes.subarray(range.start, range.end + 1) : bytes;
          return Readable.from(piece.length > 0 ? [piece] : []);
        }
        counts.misses += 1;
        const asOf = now;
        const body = await driver.get(key, range);
        return range ? body : keeping(body, nameOf(key), asOf);
      },
    };
  }

  /** Keeps the bytes once all have gone by. */
  function keeping(body: Readable, name: string, asOf: number): Readable {
    let seen: Buffer[] | undefined = [];
    let length = 0;
    return watchWhole(body, {
      see(chunk) {
        length += chunk.length;
        if (length > maxObjectBytes) seen = undefined;
        seen?.push(chunk);
      },
      done() {
        if (seen && (changed.get(name) ?? 0) <= asOf) held.set(name, Buffer.concat(seen, length));
      },
    });
  }

  return {
    withMemoryCache,
    forget: (backendId: string, encodings: readonly string[], key: string) =>
      forget(nameAt(backendId, encodings, key)),
    counts: (): CacheCounts => ({ ...counts, objects: held.size, bytes: held.calculatedSize }),
  };
}
