import { AppError } from "@/lib/errors";
import type { Secrets } from "@/lib/secrets";
import { assertObjectKey } from "./object-key";

interface Common {
  backendId: string;
  key: string;
  /** What is done to the bytes between here and the store. */
  encodings: readonly string[];
  /** Unix seconds. */
  expires: number;
}

/** What one presigned URL of our own data plane allows. Every value in it is signed. */
export type DataGrant = Common &
  (
    | { kind: "put"; sizeBytes: number; contentType: string }
    | {
        kind: "part";
        sizeBytes: number;
        partSizeBytes: number;
        storeUploadId: string;
        partNumber: number;
      }
    | {
        kind: "get";
        contentType: string;
        sha256: string;
        disposition: "inline" | "attachment";
        fileName: string;
      }
  );

const prefix = "/data/";

export function signDataUrl(secrets: Secrets, grant: DataGrant): string {
  const { backendId, key, encodings, ...rest } = grant;
  const path = `${prefix}${backendId}/${assertObjectKey(key)}`;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) query.set(name, String(value));
  if (encodings.length > 0) query.set("encodings", encodings.join(","));
  query.set("signature", secrets.sign("data-url", canonical(methodOf(grant.kind), path, query)));
  return `${path}?${query}`;
}

/** `target` is path and query as they came. Throws `bad_signature`, then `url_expired`. */
export function verifyDataUrl(
  secrets: Secrets,
  method: string,
  target: string,
  now: Date,
): DataGrant {
  const [path = "", search = ""] = splitTarget(target);
  const query = new URLSearchParams(search);
  const signature = query.get("signature") ?? "";
  // A URL that allows GET allows HEAD.
  const signedMethod = method === "HEAD" ? "GET" : method;
  if (!secrets.verify("data-url", canonical(signedMethod, path, query), signature)) {
    throw badSignature();
  }
  const expires = Number(query.get("expires"));
  assertNotExpired(expires, now);
  return parse(path, query, expires);
}

export function badSignature(): AppError {
  return new AppError("forbidden", "the signature does not fit", { reason: "bad_signature" });
}

export function assertNotExpired(expires: number, now: Date): void {
  if (expires * 1000 > now.getTime()) return;
  throw new AppError("forbidden", "the URL has expired", { reason: "url_expired" });
}

function methodOf(kind: DataGrant["kind"]): "GET" | "PUT" {
  return kind === "get" ? "GET" : "PUT";
}

// Decoded values as JSON: no two requests have the same text, whatever is in a name, and a
// parameter that was added, dropped, doubled or changed changes it.
function canonical(method: string, path: string, query: URLSearchParams): string {
  const signed = [...query].filter(([name]) => name !== "signature");
  signed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify([method, path, signed]);
}

function splitTarget(target: string): [string, string] {
  const mark = target.indexOf("?");
  return mark < 0 ? [target, ""] : [target.slice(0, mark), target.slice(mark + 1)];
}

function parse(path: string, query: URLSearchParams, expires: number): DataGrant {
  const [backendId = "", ...segments] = path.slice(prefix.length).split("/");
  const text = (name: string) => query.get(name) ?? "";
  const encodings = text("encodings").split(",").filter(Boolean);
  const common = { backendId, key: assertObjectKey(segments.join("/")), encodings, expires };
  switch (query.get("kind")) {
    case "put":
      return {
        ...common,
        kind: "put",
        sizeBytes: Number(text("sizeBytes")),
        contentType: text("contentType"),
      };
    case "part":
      return {
        ...common,
        kind: "part",
        sizeBytes: Number(text("sizeBytes")),
        partSizeBytes: Number(text("partSizeBytes")),
        storeUploadId: text("storeUploadId"),
        partNumber: Number(text("partNumber")),
      };
    case "get":
      return {
        ...common,
        kind: "get",
        contentType: text("contentType"),
        sha256: text("sha256"),
        disposition: text("disposition") === "inline" ? "inline" : "attachment",
        fileName: text("fileName"),
      };
    default:
      throw badSignature();
  }
}
