import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { LinkError } from "./link-error";

interface BodyOptions {
  maxBytes: number;
  signal: AbortSignal;
  /** Every second, with all bytes so far. */
  onProgress: (receivedBytes: number) => void;
}

const idleMs = 60_000;
const progressEveryMs = 1_000;

/** The bytes of an answer, as they come: bounded, watched, and all that was announced. */
export function importBody(response: IncomingMessage, options: BodyOptions): Readable {
  return Readable.from(chunksOf(response, options), { objectMode: false });
}

async function* chunksOf(
  response: IncomingMessage,
  { maxBytes, signal, onProgress }: BodyOptions,
): AsyncGenerator<Buffer> {
  const stop = () => response.destroy();
  signal.addEventListener("abort", stop, { once: true });
  response.setTimeout(idleMs, stop);
  let received = 0;
  const telling = setInterval(() => onProgress(received), progressEveryMs);
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > maxBytes) throw new LinkError("import_too_large");
      yield chunk;
    }
  } catch (cause) {
    signal.throwIfAborted();
    const isOurs = cause instanceof LinkError || !("code" in (cause as object));
    throw isOurs ? cause : new LinkError("import_unreachable", true, { cause });
  } finally {
    clearInterval(telling);
    signal.removeEventListener("abort", stop);
    response.destroy();
  }
  signal.throwIfAborted();
  if (!response.complete) throw new LinkError("import_unreachable", true);
}
