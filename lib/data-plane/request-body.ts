import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";

// Nothing for a minute: the sender has gone, whatever its socket says.
const idleMs = 60_000;

/**
 * The body as a stream of its own, so that who stops reading it does not close the connection
 * on which the refusal is still to be answered. One chunk of it is one read of the socket.
 */
export function requestBody(request: IncomingMessage): Readable {
  const body = new Readable({
    objectMode: true,
    highWaterMark: 16,
    read: () => void request.resume(),
    destroy(error, done) {
      request.off("data", onData).off("end", onEnd).off("error", onCut).off("close", onCut);
      request.setTimeout(0);
      done(error);
    },
  });
  const onData = (chunk: Buffer) => {
    if (!body.push(chunk)) request.pause();
  };
  const onEnd = () => void body.push(null);
  const onCut = () => {
    if (!request.complete) body.destroy(new ConnectionCut());
  };
  request.on("data", onData).on("end", onEnd).on("error", onCut).on("close", onCut);
  request.setTimeout(idleMs, () => request.destroy());
  // With a listener of ours, a cut is never an uncaught error.
  request.on("error", () => {});
  body.on("error", () => {});
  return body;
}

/** Nobody is left to be told. */
export class ConnectionCut extends Error {
  constructor() {
    super("the connection was cut while the body was on its way");
    this.name = "ConnectionCut";
  }
}
