import type { FileHandle } from "node:fs/promises";

// One system call per MiB instead of one per socket read; two of them are in memory at most.
const batchBytes = 1024 * 1024;

interface WriteBatches {
  position: number;
  /** Runs before every write of so many bytes; throws when there is no point any more. */
  beforeWrite?: (sizeBytes: number) => Promise<void>;
}

interface WriteBody extends WriteBatches {
  /** Sees every chunk, in order: the hash. */
  onChunk?: (chunk: Buffer) => void;
}

/** Writes chunks at a position, reading on while the disk works, and answers how many bytes. */
export async function writeBody(
  file: FileHandle,
  chunks: AsyncIterable<Buffer>,
  { onChunk, ...where }: WriteBody,
): Promise<number> {
  const batches = writeBatches(file, where);
  try {
    for await (const chunk of chunks) {
      onChunk?.(chunk);
      await batches.add(chunk);
    }
    return await batches.end();
  } finally {
    // The handle must not be closed under a write.
    await batches.settled();
  }
}

/** For who gets the chunks one by one. What a write fails with is thrown by the next call. */
export function writeBatches(file: FileHandle, { position, beforeWrite }: WriteBatches) {
  let written = Promise.resolve();
  let at = position;
  let batch: Buffer[] = [];
  let waiting = 0;

  /** Answers when the batch before this one is written. */
  function flush(): Promise<void> {
    const [before, full, start, sizeBytes] = [written, batch, at, waiting];
    at += waiting;
    batch = [];
    waiting = 0;
    written = before.then(async () => {
      await beforeWrite?.(sizeBytes);
      await writeAll(file, full, start);
    });
    // Whoever awaits it next learns of the failure; until then nobody listens.
    written.catch(() => {});
    return before;
  }

  return {
    async add(chunk: Buffer): Promise<void> {
      batch.push(chunk);
      waiting += chunk.length;
      if (waiting >= batchBytes) await flush();
    },
    /** All of it is with the disk; answers how many bytes. */
    async end(): Promise<number> {
      if (waiting > 0) await flush();
      await written;
      return at - position;
    },
    /** No write is under way any more. */
    settled: () => written.catch(() => {}),
  };
}

// A full disk may take a part of what it is given before it refuses the rest.
async function writeAll(file: FileHandle, buffers: Buffer[], position: number): Promise<void> {
  let rest = buffers;
  let at = position;
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev(rest, at);
    at += bytesWritten;
    rest = withoutFirst(rest, bytesWritten);
  }
}

function withoutFirst(buffers: Buffer[], count: number): Buffer[] {
  let skip = count;
  let index = 0;
  for (; index < buffers.length; index++) {
    const length = buffers[index]?.length ?? 0;
    if (skip < length) break;
    skip -= length;
  }
  const [first, ...others] = buffers.slice(index);
  return first ? [first.subarray(skip), ...others] : [];
}
