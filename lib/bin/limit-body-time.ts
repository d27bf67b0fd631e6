import type { IncomingMessage } from "node:http";

const defaultMs = 60_000;

/**
 * Uploads may take hours, so the server itself has no limit for a request. What the API and the
 * pages are sent is small: who has not said it by then has gone, or holds sockets on purpose.
 */
export function limitBodyTime(request: IncomingMessage, limitMs = defaultMs): void {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (length === "0" && encoding === undefined) return;
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, limitMs);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}
