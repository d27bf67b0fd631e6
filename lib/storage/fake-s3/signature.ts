import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { S3Refusal } from "./refusal";

interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

interface Signed {
  accessKeyId: string;
  day: string;
  region: string;
  instant: string;
  headers: string[];
  signature: string;
  payload: string;
  expiresSeconds: number | undefined;
}

const maxSkewMs = 15 * 60_000;
const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

/**
 * Computes the signature anew from the request as it came
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html), and
 * looks at its time: of a URL whether it has expired, of a header whether the clocks agree.
 */
export function assertSigned(
  request: IncomingMessage,
  body: Buffer,
  keys: Keys,
  nowMs: number,
): void {
  const [path = "/", search = ""] = (request.url ?? "/").split("?", 2);
  const pairs = search === "" ? [] : search.split("&").map((pair) => pair.split("=", 2));
  const query = new Map(pairs.map(([name = "", value = ""]) => [decode(name), decode(value)]));
  const signed = query.has("X-Amz-Signature") ? ofQuery(query) : ofHeader(request);
  if (!signed) throw new S3Refusal(403, "AccessDenied", "Anonymous access is not allowed");
  if (signed.accessKeyId !== keys.accessKeyId) throw new S3Refusal(403, "InvalidAccessKeyId");
  assertTime(signed, nowMs);

  const canonicalQuery = pairs
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name = "", value = ""]): [string, string] => [name, value])
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const headers = signed.headers
    .map(
      (name) =>
        `${name}:${String(request.headers[name] ?? "")
          .trim()
          .replace(/ +/g, " ")}\n`,
    )
    .join("");
  const text = [
    ...[request.method, path, canonicalQuery, headers],
    ...[signed.headers.join(";"), signed.payload],
  ].join("\n");
  const scope = `${signed.day}/${signed.region}/s3/aws4_request`;
  const toSign = `AWS4-HMAC-SHA256\n${signed.instant}\n${scope}\n${sha256(text)}`;
  const key = [signed.region, "s3", "aws4_request"].reduce(
    (key, part) => hmac(key, part),
    hmac(`AWS4${keys.secretAccessKey}`, signed.day),
  );
  const expected = hmac(key, toSign).toString("hex");
  if (!same(expected, signed.signature)) throw new S3Refusal(403, "SignatureDoesNotMatch", text);
  if (/^[0-9a-f]{64}$/.test(signed.payload) && signed.payload !== sha256(body)) {
    throw new S3Refusal(400, "XAmzContentSHA256Mismatch");
  }
}

function ofQuery(query: Map<string, string>): Signed {
  const get = (name: string) => query.get(`X-Amz-${name}`) ?? "";
  const [accessKeyId = "", day = "", region = ""] = get("Credential").split("/");
  return {
    ...{ accessKeyId, day, region },
    instant: get("Date"),
    headers: get("SignedHeaders").split(";"),
    signature: get("Signature"),
    payload: "UNSIGNED-PAYLOAD",
    expiresSeconds: Number(get("Expires")),
  };
}

function ofHeader({ headers }: IncomingMessage): Signed | undefined {
  const fields = /Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]+)/.exec(
    headers.authorization ?? "",
  );
  if (!fields) return undefined;
  const [, credential = "", names = "", signature = ""] = fields;
  const [accessKeyId = "", day = "", region = ""] = credential.split("/");
  return {
    ...{ accessKeyId, day, region, signature },
    instant: String(headers["x-amz-date"]),
    headers: names.split(";"),
    payload: String(headers["x-amz-content-sha256"]),
    expiresSeconds: undefined,
  };
}

function assertTime({ instant, expiresSeconds }: Signed, nowMs: number): void {
  const at = Date.parse(
    instant.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
  );
  if (at - nowMs > maxSkewMs) throw new S3Refusal(403, "RequestTimeTooSkewed");
  if (expiresSeconds === undefined) {
    if (nowMs - at > maxSkewMs) throw new S3Refusal(403, "RequestTimeTooSkewed");
  } else if (nowMs > at + expiresSeconds * 1000) {
    throw new S3Refusal(403, "AccessDenied", "Request has expired");
  }
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

const decode = (text: string) => decodeURIComponent(text.replaceAll("+", " "));
