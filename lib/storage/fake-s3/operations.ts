import type { IncomingHttpHeaders } from "node:http";
import type { BucketStore, StoredObject } from "./bucket-store";
import { assertEqualParts, type FakeProfile } from "./profiles";
import { S3Refusal } from "./refusal";
import { element, elements, xml } from "./xml";

export interface Asked {
  store: BucketStore;
  profile: FakeProfile;
  bucket: string;
  key: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Answered {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

type Operation = (asked: Asked) => Answered;

/** By the name that AWS gives it. */
export const operations: Record<string, Operation> = {
  PutObject({ store, key, body, headers }) {
    const onlyNew = headers["if-none-match"] === "*";
    const etag = store.put(key, body, String(headers["content-type"] ?? ""), onlyNew);
    return { status: 200, headers: { etag } };
  },

  GetObject({ store, key, headers, query }) {
    const object = store.get(key);
    const shown = query.get("response-content-type") ?? object.contentType;
    const extra = Object.fromEntries(
      ["content-disposition", "cache-control"].flatMap((name) => {
        const value = query.get(`response-${name}`);
        return value === null ? [] : [[name, value]];
      }),
    );
    const base = { etag: object.etag, "content-type": shown, "accept-ranges": "bytes", ...extra };
    return ranged(object, headers.range, base);
  },

  HeadObject({ store, key }) {
    const { bytes, etag, contentType } = store.get(key);
    const length = { "content-length": String(bytes.length) };
    return { status: 200, headers: { etag, "content-type": contentType, ...length } };
  },

  DeleteObject({ store, key }) {
    store.objects.delete(key);
    return { status: 204 };
  },

  ListObjectsV2({ store, query }) {
    const prefix = query.get("prefix") ?? "";
    const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
    const most = Math.min(Number(query.get("max-keys") ?? 1000), store.pageSize);
    const keys = [...store.objects.keys()].sort().filter((k) => k.startsWith(prefix) && k > after);
    const page = keys.slice(0, most);
    const contents = page.map((key) => {
      const { bytes, etag, modifiedAt } = store.get(key);
      const LastModified = modifiedAt.toISOString();
      return xml("Contents", { Key: key, LastModified, Size: bytes.length, ETag: etag });
    });
    const truncated: Record<string, string> = { IsTruncated: String(keys.length > most) };
    if (keys.length > most) truncated.NextContinuationToken = page.at(-1) ?? "";
    return { status: 200, body: xml("ListBucketResult", truncated, contents) };
  },

  ListMultipartUploads({ store, query }) {
    const prefix = query.get("prefix") ?? "";
    const [afterKey, afterId] = [query.get("key-marker"), query.get("upload-id-marker")];
    const most = Math.min(Number(query.get("max-uploads") ?? 1000), store.pageSize);
    const after = afterKey === null ? "" : `${afterKey} ${afterId ?? "~"}`;
    const all = [...store.uploads]
      .map(([id, { key, openedAt }]) => ({ id, key, openedAt, place: `${key} ${id}` }))
      .filter(({ key, place }) => key.startsWith(prefix) && place > after)
      .sort((a, b) => (a.place < b.place ? -1 : 1));
    const page = all.slice(0, most);
    const last = page.at(-1);
    const listed = page.map(({ id, key, openedAt }) =>
      xml("Upload", { Key: key, UploadId: id, Initiated: openedAt.toISOString() }),
    );
    const more = {
      IsTruncated: String(all.length > most),
      NextKeyMarker: last?.key ?? "",
      NextUploadIdMarker: last?.id ?? "",
    };
    return { status: 200, body: xml("ListMultipartUploadsResult", more, listed) };
  },

  CreateMultipartUpload({ store, bucket, key, headers }) {
    const UploadId = store.begin(key, String(headers["content-type"] ?? ""));
    const body = xml("InitiateMultipartUploadResult", { Bucket: bucket, Key: key, UploadId });
    return { status: 200, body };
  },

  UploadPart({ store, query, body }) {
    const number = Number(query.get("partNumber"));
    return { status: 200, headers: { etag: store.putPart(uploadOf(query), number, body) } };
  },

  ListParts({ store, query }) {
    const { parts } = store.open(uploadOf(query));
    const after = Number(query.get("part-number-marker") ?? 0);
    const most = Number(query.get("max-parts") ?? 1000);
    const numbers = [...parts.keys()].sort((a, b) => a - b).filter((number) => number > after);
    const page = numbers.slice(0, most);
    const listed = page.map((PartNumber) => {
      const { bytes, etag } = parts.get(PartNumber) ?? { bytes: Buffer.alloc(0), etag: "" };
      return xml("Part", { PartNumber, Size: bytes.length, ETag: etag });
    });
    const more = {
      IsTruncated: String(numbers.length > most),
      NextPartNumberMarker: page.at(-1) ?? 0,
    };
    return { status: 200, body: xml("ListPartsResult", more, listed) };
  },

  CompleteMultipartUpload({ store, profile, query, bucket, key, body }) {
    const chosen = elements(String(body), "Part").map((part) => ({
      number: Number(element(part, "PartNumber")),
      etag: element(part, "ETag").replaceAll("&quot;", '"'),
    }));
    const { parts } = store.open(uploadOf(query));
    assertEqualParts(
      profile,
      chosen.map(({ number }) => parts.get(number)?.bytes.length ?? 0),
    );
    const { etag } = store.complete(uploadOf(query), chosen);
    const facts = { Bucket: bucket, Key: key, ETag: etag };
    return { status: 200, body: xml("CompleteMultipartUploadResult", facts) };
  },

  AbortMultipartUpload({ store, query }) {
    store.open(uploadOf(query));
    store.uploads.delete(uploadOf(query));
    return { status: 204 };
  },

  HeadBucket: () => ({ status: 200 }),
  PutBucketCors: setting("cors"),
  GetBucketCors: settingOf("cors", "NoSuchCORSConfiguration"),
  PutBucketLifecycleConfiguration: setting("lifecycle"),
  GetBucketLifecycleConfiguration: settingOf("lifecycle", "NoSuchLifecycleConfiguration"),
};

function setting(name: string): Operation {
  return ({ store, body, headers }) => {
    const isProved = headers["content-md5"] ?? headers["x-amz-checksum-crc32"];
    if (!isProved) throw new S3Refusal(400, "InvalidRequest", "Content-MD5 or checksum required");
    store.settings.set(name, String(body));
    return { status: 200 };
  };
}

function settingOf(name: string, missing: string): Operation {
  return ({ store }) => {
    const body = store.settings.get(name);
    if (body === undefined) throw new S3Refusal(404, missing);
    return { status: 200, body };
  };
}

export function ranged(
  { bytes }: StoredObject,
  range: string | undefined,
  headers: Record<string, string>,
): Answered {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") return { status: 200, headers, body: bytes };
  const start = from === "" ? Math.max(0, bytes.length - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
  if (start > end) throw new S3Refusal(416, "InvalidRange");
  const place = { "content-range": `bytes ${start}-${end}/${bytes.length}` };
  return { status: 206, headers: { ...headers, ...place }, body: bytes.subarray(start, end + 1) };
}

const uploadOf = (query: URLSearchParams) => query.get("uploadId") ?? "";
