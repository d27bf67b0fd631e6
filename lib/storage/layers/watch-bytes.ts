import type { Readable } from "node:stream";
import { readingFrom } from "./reading-from";

/** Sees every chunk that comes into a body from now on, which costs nothing: it stays what it is. */
export function watchBytes(body: Readable, see: (chunk: Buffer) => void): void {
  const push = body.push.bind(body);
  body.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk) see(chunk);
    return push(chunk, encoding);
  };
}

interface Watcher {
  see(chunk: Buffer): void;
  /** All of it was read. */
  done(): void;
}

/** The body, of which every chunk is seen, also those that have come already. */
export function watchWhole(body: Readable, { see, done }: Watcher): Readable {
  if (body.readableLength === 0 && !body.readableEnded) {
    watchBytes(body, see);
    return body.once("end", done);
  }
  return readingFrom(
    body,
    (async function* () {
      for await (const chunk of body) {
        see(chunk);
        yield chunk;
      }
      done();
    })(),
  );
}
