import type { IncomingHttpHeaders } from "node:http";
import type { BucketStore, StoredObject } from "../fake-s3/bucket-store";
import { type Answered, ranged } from "../fake-s3/operations";
import type { S3Refusal } from "../fake-s3/refusal";

export interface JsonAsked {
  method: string;
  bucket: string;
  /** undefined: the bucket itself. */
  object: string | undefined;
  isListing: boolean;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Buckets {
  find(name: string): BucketStore;
  make(name: string, settings: unknown): void;
}

/** What an operation is called, for faults. */
export function jsonOperation({ method, object, isListing, query }: JsonAsked): string {
  if (isListing) return "ListObjects";
  if (object === undefined) return method === "POST" ? "CreateBucket" : "GetBucket";
  if (method === "DELETE") return "DeleteObject";
  return query.get("alt") === "media" ? "GetObject" : "GetMetadata";
}

/** The JSON interface, as far as the library uses it for us. */
export function answerJson(asked: JsonAsked, buckets: Buckets): Answered {
  const { method, bucket, object, isListing, query, headers, body } = asked;
  if (object === undefined && method === "POST") {
    const wanted = JSON.parse(String(body));
    buckets.make(wanted.name, wanted);
    return json({ name: wanted.name });
  }
  const store = buckets.find(bucket);
  if (isListing) return list(store, query);
  if (object === undefined) return json(store.settings.get("bucket") ?? { name: bucket });
  if (method === "DELETE") {
    store.get(object);
    store.objects.delete(object);
    return { status: 204 };
  }
  const found = store.get(object);
  if (query.get("alt") !== "media") return json(metadata(object, found));
  return ranged(found, headers.range, { etag: found.etag, "content-type": found.contentType });
}

export function metadata(
  name: string,
  { bytes, modifiedAt }: Pick<StoredObject, "bytes" | "modifiedAt">,
): object {
  const updated = modifiedAt.toISOString();
  return { name, size: String(bytes.length), updated, generation: "1", metageneration: "1" };
}

export function json(value: unknown): Answered {
  const headers = { "content-type": "application/json" };
  return { status: 200, headers, body: typeof value === "string" ? value : JSON.stringify(value) };
}

function list(store: BucketStore, query: URLSearchParams): Answered {
  const prefix = query.get("prefix") ?? "";
  const after = query.get("pageToken") ?? "";
  const most = Math.min(Number(query.get("maxResults") ?? 1000), store.pageSize);
  const from = query.get("startOffset") ?? "";
  const keys = [...store.objects.keys()]
    .sort()
    .filter((key) => key.startsWith(prefix) && key > after && key >= from);
  const page = keys.slice(0, most);
  const items = page.map((key) => metadata(key, store.get(key)));
  return json({ items, ...(keys.length > most ? { nextPageToken: page.at(-1) } : {}) });
}

/** In the words of the JSON interface. */
export function jsonRefusal({ status, message }: S3Refusal): string {
  return JSON.stringify({ error: { code: status, message, errors: [{ reason: message }] } });
}
