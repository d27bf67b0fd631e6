import type { IncomingMessage } from "node:http";
import { isBelieved, peerHeader, type TrustProxy } from "@/lib/auth";

const forwarded = new Set([
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
]);

/**
 * Notes who is at the other end of the socket, and drops what a caller says of itself: forwarded
 * headers count only when a proxy that is believed sends them. Before anything reads headers.
 */
export function admitHeaders(request: IncomingMessage, trust: TrustProxy): void {
  const peer = request.socket.remoteAddress ?? "";
  const believes = isBelieved(peer, trust);
  const raw = request.rawHeaders;
  const kept: string[] = [];
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? "";
    const lower = name.toLowerCase();
    if (lower === peerHeader || (!believes && forwarded.has(lower))) continue;
    kept.push(name, raw[index + 1] ?? "");
  }
  kept.push(peerHeader, peer);
  request.rawHeaders = kept;

  const { headers } = request;
  if (!believes) for (const name of forwarded) delete headers[name];
  headers[peerHeader] = peer;
}
