import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { v4 as uuid } from "uuid";
import { exactLength } from "../exact-length";

/** Bytes that can be read more than once. */
export interface Spooled {
  open(): Readable;
  remove(): Promise<void>;
}

export type Spool = (body: Readable, sizeBytes: number | undefined) => Promise<Spooled>;

/** Those that fit in here are kept in memory. */
const maxInMemory = 1024 * 1024;
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
    const path = join(directory, uuid());
    try {
      await pipeline(chunks, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { open: () => createReadStream(path), remove: () => rm(path, { force: true }) };
  };
}

async function removeLeft(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const file = await stat(path).catch(() => undefined);
    if (file && Date.now() - file.mtimeMs > leftMs) await rm(path, { force: true });
  }
}
