import { Readable } from "node:stream";

/**
 * A body made of another one's chunks, which is closed with it: a generator that nobody has begun
 * to read does not, and a file would stay open.
 */
export function readingFrom(source: Readable, chunks: AsyncIterable<Buffer>): Readable {
  return Readable.from(chunks).once("close", () => source.destroy());
}
