import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "@/lib/http";

// As much as one request of an upload may carry, and how long we listen to what nobody wants.
const maxDrainBytes = 90_000_000;
const idleMs = 30_000;
const patienceMs = 5_000;

/**
 * Answers at once but keeps reading until the body has come: closing under a sender resets the
 * connection, and a browser then shows a network error instead of our answer (RFC 9112 §9.6).
 */
export function refuse(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(request.method === "HEAD" ? "" : (answer.body ?? ""));
  const headers = { ...answer.headers, "content-length": Buffer.byteLength(answer.body ?? "") };
  if (isComplete(request)) {
    response.writeHead(answer.status, headers).end(body);
    return;
  }
  const worthWaiting = announcedBytes(request) <= maxDrainBytes && !request.headers.expect;
  response.writeHead(answer.status, worthWaiting ? headers : { ...headers, connection: "close" });
  response.write(body);
  const close = () => request.socket.destroy();
  const timer = worthWaiting ? undefined : setTimeout(close, patienceMs);
  request.setTimeout(idleMs, close);
  const done = () => {
    clearTimeout(timer);
    response.end();
  };
  request.once("end", done).once("close", done).once("error", done);
  request.resume();
}

function isComplete(request: IncomingMessage): boolean {
  return request.complete || announcedBytes(request) === 0;
}

/** Unknown (chunked) counts as without end. */
function announcedBytes({ headers }: IncomingMessage): number {
  if (headers["transfer-encoding"] !== undefined) return Number.POSITIVE_INFINITY;
  return Number(headers["content-length"] ?? 0);
}
