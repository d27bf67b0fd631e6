import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Answer } from "./answer";

const compress = promisify(gzip);
/** Shorter ones fit one packet anyway. */
const compressedFromBytes = 1400;

export async function writeAnswer(
  res: ServerResponse,
  { status, headers, body }: Answer,
  request: Request,
): Promise<void> {
  const plain = body === null ? undefined : Buffer.from(body);
  // Only what is read: an answer to a secret that was sent must not tell by its length.
  const isLong =
    request.method === "GET" && status === 200 && (plain?.length ?? 0) >= compressedFromBytes;
  const sent = isLong && plain && acceptsGzip(request) ? await compress(plain) : plain;
  res.writeHead(status, {
    ...headers,
    ...(isLong ? { vary: "accept-encoding" } : {}),
    ...(sent === plain ? {} : { "content-encoding": "gzip" }),
    ...(status === 204 ? {} : { "content-length": sent?.length ?? 0 }),
  });
  res.end(request.method === "HEAD" ? undefined : sent);
}

export async function writeResponse(
  res: ServerResponse,
  made: Response,
  isHead: boolean,
): Promise<void> {
  const headers = new Map<string, string | string[]>(made.headers);
  const cookies = made.headers.getSetCookie();
  if (cookies.length > 0) headers.set("set-cookie", cookies);
  const body = Buffer.from(await made.arrayBuffer());
  if (body.length > 0) headers.set("content-length", String(body.length));
  res.writeHead(made.status, Object.fromEntries(headers));
  res.end(isHead ? undefined : body);
}

/** Not where it is refused: `gzip;q=0`. */
function acceptsGzip({ headers }: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers.get("accept-encoding") ?? "");
}
