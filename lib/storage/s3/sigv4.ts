import { createHash, createHmac } from "node:crypto";

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  /** Nothing signed with them is good beyond. */
  expiration?: Date | undefined;
}

export interface UrlToSign {
  method: "GET" | "HEAD" | "PUT" | "OPTIONS" | "DELETE";
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

const algorithm = "AWS4-HMAC-SHA256";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

/**
 * Signature Version 4 in the query, for one region of S3
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html). The SDK signs
 * some thousand URLs a second, which a list of a hundred pictures would feel; the day's key is
 * kept here, and that is nearly all of the work.
 */
export function createUrlSigner(region: string): (url: UrlToSign, by: Credentials) => string {
  let kept: { of: string; key: Buffer } | undefined;

  function keyOf(day: string, secret: string): Buffer {
    const of = `${day} ${secret}`;
    if (kept?.of !== of) {
      const ofService = hmac(hmac(hmac(`AWS4${secret}`, day), region), "s3");
      kept = { of, key: hmac(ofService, "aws4_request") };
    }
    return kept.key;
  }

  return ({ method, origin, path, query = {}, headers = {}, ...times }, by) => {
    const { signedAt, expiresSeconds } = times;
    const instant = signedAt.toISOString().replace(/[:-]|\.\d{3}/g, "");
    const day = instant.slice(0, 8);
    const scope = `${day}/${region}/s3/aws4_request`;
    const host = origin.slice(origin.indexOf("//") + 2);
    const signed: [string, string][] = [["host", host], ...Object.entries(headers)];
    signed.sort(byName);
    const names = signed.map(([name]) => name).join(";");
    const parameters = Object.entries({
      ...query,
      "X-Amz-Algorithm": algorithm,
      "X-Amz-Credential": `${by.accessKeyId}/${scope}`,
      "X-Amz-Date": instant,
      "X-Amz-Expires": String(expiresSeconds),
      ...(by.sessionToken ? { "X-Amz-Security-Token": by.sessionToken } : {}),
      "X-Amz-SignedHeaders": names,
    }).map(([name, value]): [string, string] => [encode(name), encode(value)]);
    parameters.sort(byName);
    const search = parameters.map(([name, value]) => `${name}=${value}`).join("&");
    const lines = signed.map(([name, value]) => `${name}:${value.trim()}\n`).join("");
    const request = `${method}\n${path}\n${search}\n${lines}\n${names}\nUNSIGNED-PAYLOAD`;
    const text = `${algorithm}\n${instant}\n${scope}\n${sha256(request)}`;
    const signature = hmac(keyOf(day, by.secretAccessKey), text).toString("hex");
    return `${origin}${path}?${search}&X-Amz-Signature=${signature}`;
  };
}

/** RFC 3986: what encodeURIComponent leaves as it is, S3 wants encoded. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : a > b ? 1 : 0);
