import { type FileHandle, open } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { notFound } from "@/lib/errors";
import type { ByteRange } from "@/lib/storage";

// Measured beside nginx: half the processor time of a read stream, because the same few buffers
// stay in the processor's cache. A slow reader holds one of them.
const bufferBytes = 256 * 1024;
const maxIdleBuffers = 64;
const idleBuffers: Buffer[] = [];

export async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw notFound("object");
    throw error;
  }
}

/** Sends a piece of a file as the body of an answer whose head is written, and closes the file. */
export async function sendFile(
  file: FileHandle,
  { start, end }: ByteRange,
  response: ServerResponse,
): Promise<void> {
  const buffer = idleBuffers.pop() ?? Buffer.allocUnsafeSlow(bufferBytes);
  let isFree = true;
  try {
    for (let position = start; position <= end; ) {
      const length = Math.min(bufferBytes, end + 1 - position);
      const { bytesRead } = await file.read(buffer, 0, length, position);
      // Shorter than its record says: the receiver must not take it for whole.
      if (bytesRead === 0) throw new Error("the file ends before its recorded size");
      position += bytesRead;
      isFree = false;
      await write(response, bytesRead < bufferBytes ? buffer.subarray(0, bytesRead) : buffer);
      isFree = true;
    }
    response.end();
  } finally {
    // A buffer that the system may still be reading from is left to the garbage collector.
    if (isFree && idleBuffers.length < maxIdleBuffers) idleBuffers.push(buffer);
    await file.close();
  }
}

function write(response: ServerResponse, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const onClose = () => reject(new Error("the reader went away"));
    if (response.destroyed) return onClose();
    response.once("close", onClose);
    response.write(chunk, (error) => {
      response.off("close", onClose);
      if (error) reject(error);
      else resolve();
    });
  });
}
