import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { LRUCache } from "lru-cache";
import { v4 as uuid } from "uuid";
import type { Log } from "@/lib/log";
import type { Driver } from "../driver";
import type { CacheCounts } from "./memory-cache";

interface DiskCacheOptions {
  /** Of this process alone; a directory of its own is made in it. */
  directory: string;
  maxBytes: number;
  log: Log;
}

/** One larger than this part of the whole would push out everything else. */
const largestShare = 4;
/** Whoever is read twice within this time is wanted by many. */
const hotMs = 60 * 60 * 1000;
/** Directories of this process. */
const inUse = new Set<string>();

/** Copies of media that are read often, on this machine's disk, as they lie in the store. */
export async function createDiskCache({ directory, maxBytes, log }: DiskCacheOptions) {
  await removeLeft(directory);
  const own = join(directory, `${process.pid}-${uuid()}`);
  await mkdir(own, { recursive: true });
  inUse.add(own);
  const files = new LRUCache<string, { path: string; size: number }>({
    // What is coming has its share beside what is here.
    maxSize: maxBytes - maxBytes / largestShare,
    sizeCalculation: ({ size }) => size + 1,
    // One that is being read stays readable: its name goes, not its bytes.
    dispose: ({ path }) => void rm(path, { force: true }).catch(() => {}),
  });
  const seen = new LRUCache<string, true>({ max: 10_000, ttl: hotMs });
  // Each with a mark of its own: what was changed meanwhile may be coming anew.
  const coming = new Map<string, symbol>();
  let comingBytes = 0;
  const counts = { hits: 0, misses: 0 };

  function forget(backendId: string, key: string): void {
    const name = `${backendId} ${key}`;
    coming.delete(name);
    files.delete(name);
  }

  function withDiskCache<D extends Driver>(driver: D): D {
    const nameOf = (key: string) => `${driver.backendId} ${key}`;
    const forgetIt = (key: string) => forget(driver.backendId, key);

    async function fetchLater(key: string): Promise<void> {
      const name = nameOf(key);
      if (coming.has(name)) return;
      const mark = Symbol();
      coming.set(name, mark);
      const path = join(own, uuid());
      let reserved = 0;
      try {
        const { sizeBytes } = await driver.head(key);
        if (comingBytes + sizeBytes > maxBytes / largestShare) return;
        reserved = sizeBytes;
        comingBytes += reserved;
        await pipeline(await driver.get(key), createWriteStream(`${path}.part`));
        const file = await open(`${path}.part`);
        const { size } = await file.stat().finally(() => file.close());
        if (size !== sizeBytes) return;
        await rename(`${path}.part`, path);
        if (coming.get(name) !== mark) return void (await rm(path, { force: true }));
        files.set(name, { path, size });
      } catch (error) {
        log.debug({ err: error, backendId: driver.backendId }, "could not be kept on the disk");
      } finally {
        comingBytes -= reserved;
        if (coming.get(name) === mark) coming.delete(name);
        await rm(`${path}.part`, { force: true });
      }
    }

    return {
      ...driver,
      async put(key: string, body: Readable, options: Parameters<D["put"]>[2]) {
        forgetIt(key);
        return driver.put(key, body, options).finally(() => forgetIt(key));
      },
      async delete(key: string) {
        forgetIt(key);
        await driver.delete(key).finally(() => forgetIt(key));
      },
      async finishUpload(upload: Parameters<D["finishUpload"]>[0]) {
        forgetIt(upload.key);
        return driver.finishUpload(upload).finally(() => forgetIt(upload.key));
      },
      async abortUpload(upload: Parameters<D["abortUpload"]>[0]) {
        forgetIt(upload.key);
        await driver.abortUpload(upload).finally(() => forgetIt(upload.key));
      },
      async get(key: string, range?: { start: number; end: number }) {
        const name = nameOf(key);
        const kept = files.get(name);
        const file = kept && (await open(kept.path).catch(() => undefined));
        if (file) {
          counts.hits += 1;
          return file.createReadStream({ ...range, highWaterMark: 256 * 1024 });
        }
        counts.misses += 1;
        const body = await driver.get(key, range);
        if (seen.has(name)) void fetchLater(key);
        else seen.set(name, true);
        return body;
      },
    };
  }

  return {
    withDiskCache,
    forget,
    counts: (): CacheCounts => ({ ...counts, objects: files.size, bytes: files.calculatedSize }),
    async close() {
      inUse.delete(own);
      await rm(own, { recursive: true, force: true });
    },
  };
}

/** What processes have left that were ended before they could clean up. */
async function removeLeft(directory: string): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    const path = join(directory, name);
    const pid = Number(name.split("-")[0]);
    // In a container the one before had the same number.
    const isLeft = pid === process.pid ? !inUse.has(path) : !isAlive(pid);
    if (isLeft) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
