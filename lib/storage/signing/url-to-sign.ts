import { createHash } from "node:crypto";

export interface UrlToSign {
  method: "GET" | "HEAD" | "PUT" | "POST" | "OPTIONS" | "DELETE";
  /** With protocol; the bucket is part of it, or of the path. */
  origin: string;
  /** Already encoded, segment by segment. */
  path: string;
  query?: Record<string, string>;
  /** In lower case, `host` left out: the sender must send them exactly so. */
  headers?: Record<string, string>;
  signedAt: Date;
  /** At most seven days. */
  expiresSeconds: number;
}

interface Scheme {
  /** Before the parameters' names: `X-Amz`, `X-Goog`. */
  prefix: string;
  algorithm: string;
  /** What follows the day in the scope: region, service and so on. */
  scope: string;
  accessId: string;
  sessionToken?: string | undefined;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * The part that Amazon's Signature Version 4 and Google's V4 have in common: the URL so far, and the
 * text whose signature is its last parameter.
 */
export function urlToSign(
  { method, origin, path, query = {}, headers = {}, signedAt, expiresSeconds }: UrlToSign,
  { prefix, algorithm, scope: tail, accessId, sessionToken }: Scheme,
): { url: string; text: string; day: string } {
  const instant = signedAt.toISOString().replace(/[:-]|\.\d{3}/g, "");
  const day = instant.slice(0, 8);
  const scope = `${day}/${tail}`;
  const host = origin.slice(origin.indexOf("//") + 2);
  const signed: [string, string][] = [["host", host], ...Object.entries(headers)];
  signed.sort(byName);
  const names = signed.map(([name]) => name).join(";");
  const parameters = Object.entries({
    ...query,
    [`${prefix}-Algorithm`]: algorithm,
    [`${prefix}-Credential`]: `${accessId}/${scope}`,
    [`${prefix}-Date`]: instant,
    [`${prefix}-Expires`]: String(expiresSeconds),
    ...(sessionToken ? { [`${prefix}-Security-Token`]: sessionToken } : {}),
    [`${prefix}-SignedHeaders`]: names,
  }).map(([name, value]): [string, string] => [encode(name), encode(value)]);
  parameters.sort(byName);
  const search = parameters.map(([name, value]) => `${name}=${value}`).join("&");
  const lines = signed.map(([name, value]) => `${name}:${value.trim()}\n`).join("");
  const request = `${method}\n${path}\n${search}\n${lines}\n${names}\nUNSIGNED-PAYLOAD`;
  const text = `${algorithm}\n${instant}\n${scope}\n${sha256(request)}`;
  return { url: `${origin}${path}?${search}&${prefix}-Signature=`, text, day };
}

/** RFC 3986: what encodeURIComponent leaves as it is, both want encoded. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : a > b ? 1 : 0);
