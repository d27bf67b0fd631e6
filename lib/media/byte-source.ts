import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { Driver } from "@/lib/storage";

/** Bytes that a probe may read in pieces; never all of them at once. */
export interface ByteSource {
  sizeBytes: number;
  /** `end` is not included, and never beyond the size. */
  read(start: number, end: number): Promise<Buffer>;
  stream(): Promise<Readable>;
  /** Set where the bytes are a plain file of this machine. */
  path: string | undefined;
}

export function objectSource(
  driver: Pick<Driver, "get" | "pathOf">,
  key: string,
  sizeBytes: number,
): ByteSource {
  return {
    sizeBytes,
    read: async (start, end) => {
      if (end <= start) return Buffer.alloc(0);
      return buffer(await driver.get(key, { start, end: end - 1 }));
    },
    stream: () => driver.get(key),
    path: driver.pathOf?.(key),
  };
}

export function fileSource(path: string, sizeBytes: number): ByteSource {
  const stream = (range: { start?: number; end?: number } = {}) => createReadStream(path, range);
  return {
    sizeBytes,
    read: async (start, end) =>
      end <= start ? Buffer.alloc(0) : buffer(stream({ start, end: end - 1 })),
    stream: async () => stream(),
    path,
  };
}

/** Programs want a file: the source's own, or a copy that is gone afterwards. */
export async function withFile<T>(
  source: ByteSource,
  signal: AbortSignal,
  work: (path: string) => Promise<T>,
): Promise<T> {
  if (source.path !== undefined) return work(source.path);
  const directory = await mkdtemp(join(tmpdir(), "vitrine-media-"));
  try {
    const path = join(directory, "media");
    await pipeline(await source.stream(), createWriteStream(path, { mode: 0o600 }), { signal });
    return await work(path);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
