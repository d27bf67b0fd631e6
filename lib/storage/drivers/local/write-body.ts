import type { FileHandle } from "node:fs/promises";

// One system call per MiB instead of one per socket read; two of them are in memory at most.
const batchBytes = 1024 * 1024;

interface WriteBody {
  position: number;
  /** Sees every chunk, in order: the hash. */
  onChunk?: (chunk: Buffer) => void;
  /** Runs before every write of so many bytes; throws when there is no point any more. */
  beforeWrite?: (sizeBytes: number) => Promise<void>;
}

/** Writes chunks at a position, reading on while the disk works, and answers how many bytes. */
export async function writeBody(
  file: FileHandle,
  chunks: AsyncIterable<Buffer>,
  { position, onChunk, beforeWrite }: WriteBody,
): Promise<number> {
  let written = Promise.resolve();
  let at = position;
  let batch: Buffer[] = [];
  let waiting = 0;
  const flush = async () => {
    const [full, start, sizeBytes] = [batch, at, waiting];
    at += waiting;
    batch = [];
    waiting = 0;
    await written;
    written = (async () => {
      await beforeWrite?.(sizeBytes);
      await writeAll(file, full, start);
    })();
    // Whoever awaits it next learns of the failure; until then nobody listens.
    written.catch(() => {});
  };

  try {
    for await (const chunk of chunks) {
      onChunk?.(chunk);
      batch.push(chunk);
      waiting += chunk.length;
      if (waiting >= batchBytes) await flush();
    }
    if (waiting > 0) await flush();
  } finally {
    // The handle must not be closed under a write.
    await written.catch(() => {});
  }
  await written;
  return at - position;
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
