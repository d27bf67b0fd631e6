import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { ByteRange, Driver } from "@/lib/storage";
import { isNotModified, wantedRange } from "./byte-range";
import { corsHeaders } from "./cors";
import { presentationHeaders } from "./presentation";
import { openFile, sendFile } from "./send-file";

// A paused player may leave its connection full for long; it comes again with a range.
const idleMs = 5 * 60_000;

export interface ServedObject {
  driver: Driver;
  key: string;
  sizeBytes: number;
  sha256: string;
  contentType: string;
  disposition: "inline" | "attachment";
  fileName: string;
  maxAgeSeconds: number;
  /** Whether pages of other origins may embed it: signed links yes, cookies no. */
  crossOrigin: boolean;
}

/** GET and HEAD of bytes that never change. */
export async function serveObject(
  request: IncomingMessage,
  response: ServerResponse,
  object: ServedObject,
): Promise<void> {
  const etag = `"${object.sha256}"`;
  const headers: Record<string, string | number> = {
    ...corsHeaders,
    ...presentationHeaders(object),
    etag,
    "accept-ranges": "bytes",
    "cache-control": `private, max-age=${object.maxAgeSeconds}, immutable`,
    "cross-origin-resource-policy": object.crossOrigin ? "cross-origin" : "same-origin",
  };
  if (isNotModified(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const { sizeBytes } = object;
  if (request.method === "HEAD") {
    response.writeHead(200, { ...headers, "content-length": sizeBytes }).end();
    return;
  }
  const { range, "if-range": ifRange } = request.headers;
  const wanted = wantedRange(range, ifRange?.toString(), etag, sizeBytes);
  if (wanted === "unsatisfiable") {
    const refusal = {
      ...corsHeaders,
      "content-range": `bytes */${sizeBytes}`,
      "content-length": 0,
    };
    response.writeHead(416, refusal).end();
    return;
  }
  const piece = wanted === "whole" ? undefined : wanted;
  const send = await bodyOf(object, piece);
  if (piece) {
    headers["content-range"] = `bytes ${piece.start}-${piece.end}/${sizeBytes}`;
    headers["content-length"] = piece.end - piece.start + 1;
  } else {
    headers["content-length"] = sizeBytes;
  }
  response.writeHead(piece ? 206 : 200, headers);
  response.setTimeout(idleMs, () => response.destroy());
  // Whoever closes a player closes the connection: no error of ours.
  await send(response).catch(() => response.destroy());
}

/** Opens the bytes, so that what is not there is told before the head is written. */
async function bodyOf({ driver, key, sizeBytes }: ServedObject, piece: ByteRange | undefined) {
  if (driver.pathOf) {
    const file = await openFile(driver.pathOf(key));
    const range = piece ?? { start: 0, end: sizeBytes - 1 };
    return (response: ServerResponse) => sendFile(file, range, response);
  }
  const body = await driver.get(key, piece);
  return (response: ServerResponse) => pipeline(body, response);
}
