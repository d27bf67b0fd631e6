import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { v4 as uuid } from "uuid";
import { asDiskFull, assertFreeSpace, roomFor } from "../drivers/local/disk-full";
import { writeBody } from "../drivers/local/write-body";
import { exactLength } from "../exact-length";

/** Bytes that can be read more than once. */
export interface Spooled {
  open(): Readable;
  remove(): Promise<void>;
}

/** undefined: there is no room for it, and nothing of the body was read. */
export type Spool = (body: Readable, sizeBytes: number | undefined) => Promise<Spooled | undefined>;

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
    if (sizeBytes !== undefined && sizeBytes <= maxInMemory) {
      const held: Buffer[] = [];
      for await (const chunk of chunks) held.push(chunk);
      return { open: () => Readable.from(held), remove: async () => {} };
    }
    if (sizeBytes !== undefined && !(await hasRoom(directory, sizeBytes))) return undefined;
    const path = join(directory, uuid());
    try {
      const file = await open(path, "wx", 0o600);
      try {
        const beforeWrite = sizeBytes === undefined ? { beforeWrite: roomFor(directory) } : {};
        await writeBody(file, chunks, { position: 0, ...beforeWrite });
      } finally {
        await file.close();
      }
    } catch (error) {
      await rm(path, { force: true });
      throw asDiskFull(error);
    }
    return {
      open: () => createReadStream(path, { highWaterMark }),
      remove: () => rm(path, { force: true }),
    };
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
