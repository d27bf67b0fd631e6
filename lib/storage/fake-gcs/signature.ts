import { createHash, createVerify, type KeyObject } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { S3Refusal } from "../fake-s3/refusal";

const maxSkewMs = 15 * 60_000;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Verifies a V4 signature from the request as it came, by the account's public key
 * (https://cloud.google.com/storage/docs/authentication/canonical-requests), and its time.
 */
export function assertSigned(
  request: IncomingMessage,
  account: string,
  key: KeyObject,
  nowMs: number,
): void {
  const [path = "/", search = ""] = (request.url ?? "/").split("?", 2);
  const pairs = search.split("&").filter(Boolean);
  const query = new URLSearchParams(search);
  const get = (name: string) => query.get(`X-Goog-${name}`) ?? "";
  const signature = get("Signature");
  if (!signature) throw new S3Refusal(401, "AuthenticationRequired");
  const [email = "", ...scope] = get("Credential").split("/");
  if (email !== account) throw new S3Refusal(403, "InvalidSecurity");
  const instant = get("Date");
  const at = Date.parse(
    instant.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
  );
  if (at - nowMs > maxSkewMs) throw new S3Refusal(403, "RequestTimeTooSkewed");
  if (nowMs > at + Number(get("Expires")) * 1000) throw new S3Refusal(400, "ExpiredToken");
  const names = get("SignedHeaders").split(";");
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`);
  const canonicalQuery = pairs.filter((pair) => !pair.startsWith("X-Goog-Signature=")).sort();
  const canonical = [
    ...[request.method, path, canonicalQuery.join("&"), headers.join("")],
    ...[names.join(";"), "UNSIGNED-PAYLOAD"],
  ].join("\n");
  const text = `GOOG4-RSA-SHA256\n${instant}\n${scope.join("/")}\n${sha256(canonical)}`;
  const isGood = createVerify("RSA-SHA256").update(text).verify(key, signature, "hex");
  if (!isGood) throw new S3Refusal(403, "SignatureDoesNotMatch", canonical);
  // Google refuses such headers that nobody has signed.
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-goog-") && !names.includes(name)) {
      throw new S3Refusal(403, "SignatureDoesNotMatch", name);
    }
  }
}
