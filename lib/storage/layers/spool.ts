import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { v4 as uuid } from "uuid";
import { asDiskFull, assertFreeSpace, roomFor } from "../drivers/local/disk-full";
import { writeBatches } from "../drivers/local/write-body";
import { exactLength } from "../exact-length";

/** A body that is kept while it goes by, so that it can be had a second time. */
export interface Spooled {
  /** As it comes. May be asked for once, and left before its end. */
  passing(): Readable;
  /** All of it once more, the rest of which is waited for; throws what the body broke off with. */
  again(): Promise<Readable>;
  remove(): Promise<void>;
}

/** undefined: there is no room for it, and nothing of the body was read. */
export type Spool = (body: Readable, sizeBytes: number | undefined) => Promise<Spooled | undefined>;

/** Where the chunks are kept. */
interface Kept extends Pick<Spooled, "remove"> {
  add(chunk: Buffer): void | Promise<void>;
  /** Everything was added. */
  open(): Promise<Readable>;
}

/** Those that fit in here are kept in memory. */
const maxInMemory = 1024 * 1024;
const highWaterMark = 512 * 1024;
const leftMs = 24 * 60 * 60 * 1000;

/** A place where a body waits that may have to be sent to another store than the first. */
export async function createSpool(directory: string): Promise<Spool> {
  await mkdir(directory, { recursive: true });
  await removeLeft(directory);
  return async (body, sizeBytes) => {
    const chunks = exactLength(body, sizeBytes);
    if (sizeBytes !== undefined && sizeBytes <= maxInMemory) return keeping(chunks, inMemory());
    if (sizeBytes !== undefined && !(await hasRoom(directory, sizeBytes))) return undefined;
    return keeping(chunks, await onDisk(directory, sizeBytes));
  };
}

function keeping(chunks: AsyncGenerator<Buffer>, kept: Kept): Spooled {
  let broken: { error: unknown } | undefined;

  async function take(): Promise<Buffer | undefined> {
    try {
      const { value, done } = await chunks.next();
      if (done) return undefined;
      await kept.add(value);
      return value;
    } catch (error) {
      broken ??= { error };
      throw error;
    }
  }
  async function* taken() {
    for (let chunk = await take(); chunk; chunk = await take()) yield chunk;
  }
  return {
    passing: () => Readable.from(taken()),
    async again() {
      // A generator that threw has ended, as if there were no more.
      if (!broken) for await (const _ of taken());
      if (broken) throw broken.error;
      return kept.open();
    },
    remove: kept.remove,
  };
}

function inMemory(): Kept {
  const held: Buffer[] = [];
  return {
    add: (chunk) => void held.push(chunk),
    open: async () => Readable.from(held),
    remove: async () => {},
  };
}

async function onDisk(directory: string, sizeBytes: number | undefined): Promise<Kept> {
  const path = join(directory, uuid());
  const file = await open(path, "wx", 0o600);
  const batches = writeBatches(file, {
    ...{ position: 0, ...(sizeBytes === undefined ? { beforeWrite: roomFor(directory) } : {}) },
  });
  let lost: { error: unknown } | undefined;
  async function remove() {
    await batches.settled();
    await file.close();
    await rm(path, { force: true });
  }
  return {
    async add(chunk) {
      if (lost) return;
      // It goes by all the same, and who needs it once more is told.
      await batches.add(chunk).catch((error: unknown) => {
        lost = { error: asDiskFull(error) };
        return remove();
      });
    },
    async open() {
      if (!lost) {
        await batches.end().catch((error: unknown) => {
          throw asDiskFull(error);
        });
      }
      if (lost) throw lost.error;
      return createReadStream(path, { highWaterMark });
    },
    remove: async () => {
      if (!lost) await remove();
    },
  };
}

async function hasRoom(directory: string, sizeBytes: number): Promise<boolean> {
  return assertFreeSpace(directory, sizeBytes).then(
    () => true,
    () => false,
  );
}

async function removeLeft(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const file = await stat(path).catch(() => undefined);
    if (file && Date.now() - file.mtimeMs > leftMs) await rm(path, { force: true });
  }
}
