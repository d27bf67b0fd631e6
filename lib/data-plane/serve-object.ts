import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { isAppError, notFound } from "@/lib/errors";
import { type ByteRange, type Driver, diskFailure } from "@/lib/storage";
import { isNotModified, wantedRange } from "./byte-range";
import { corsHeaders } from "./cors";
import { presentationHeaders } from "./presentation";
import { openFile, sendFile } from "./send-file";
import { takesGzip } from "./takes-gzip";

// A paused player may leave its connection full for long; it comes again with a range.
const idleMs = 5 * 60_000;

export interface Source {
  driver: Driver;
  key: string;
  /** The same as one gzip stream (RFC 1952). */
  gzip?: { driver: Driver; key: string; sizeBytes: number };
}

export interface ServedObject {
  /** The one to ask first at the head; the others when it does not answer. */
  sources: readonly Source[];
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
  const compressed = gzipFor(request, object);
  if (compressed) {
    // Another representation, so another strong ETag (RFC 9110 §8.8.3.3).
    Object.assign(headers, { etag: gzipTag(object), "content-encoding": "gzip" });
  }
  if (object.sources.some(({ gzip }) => gzip)) headers.vary = "accept-encoding";
  if (isNotModified(request.headers["if-none-match"], String(headers.etag))) {
    response.writeHead(304, headers).end();
    return;
  }
  const { sizeBytes } = object;
  if (request.method === "HEAD") {
    const length = compressed?.sizeBytes ?? sizeBytes;
    response.writeHead(200, { ...headers, "content-length": length }).end();
    return;
  }
  const { range, "if-range": ifRange } = request.headers;
  if (compressed && (await sendCompressed(response, headers, compressed))) return;
  Object.assign(headers, { etag });
  delete headers["content-encoding"];
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

/** Whole, and only for whoever takes it; a range is always of the plain bytes. */
function gzipFor({ headers }: IncomingMessage, { sources }: ServedObject) {
  if (headers.range !== undefined) return undefined;
  return takesGzip(headers["accept-encoding"]?.toString()) ? sources[0]?.gzip : undefined;
}

function gzipTag({ sha256 }: ServedObject): string {
  return `"${sha256}-gzip"`;
}

/** False: it does not answer, and nothing was sent. */
async function sendCompressed(
  response: ServerResponse,
  headers: Record<string, string | number>,
  { driver, key, sizeBytes }: NonNullable<Source["gzip"]>,
): Promise<boolean> {
  const body = await driver.get(key).catch((error: unknown) => {
    if (!mayBeElsewhere(error)) throw error;
    return undefined;
  });
  if (!body) return false;
  response.writeHead(200, { ...headers, "content-length": sizeBytes });
  response.setTimeout(idleMs, () => response.destroy());
  await pipeline(body, response).catch(() => response.destroy());
  return true;
}

/** Opens the bytes, so that what is not there is told before the head is written. */
async function bodyOf({ sources, sizeBytes }: ServedObject, piece: ByteRange | undefined) {
  for (const [at, source] of sources.entries()) {
    try {
      return await openSource(source, sizeBytes, piece);
    } catch (error) {
      if (at === sources.length - 1 || !mayBeElsewhere(error)) throw error;
    }
  }
  throw notFound("media");
}

/** One of several places that is down, or has lost it, hides nothing that another one has. */
function mayBeElsewhere(error: unknown): boolean {
  return isAppError(error) && (error.code === "unavailable" || error.code === "not_found");
}

async function openSource({ driver, key }: Source, sizeBytes: number, piece?: ByteRange) {
  if (driver.pathOf) {
    const file = await openFile(driver.pathOf(key)).catch(async (error: unknown) => {
      // Of a disk that is not mounted any more the driver says so.
      await driver.head(key);
      throw diskFailure(driver.backendId, error) ?? error;
    });
    const range = piece ?? { start: 0, end: sizeBytes - 1 };
    return (response: ServerResponse) => sendFile(file, range, response);
  }
  const body = await driver.get(key, piece);
  return (response: ServerResponse) => pipeline(body, response);
}
