import { randomUUID } from "node:crypto";
import type { BucketStore } from "../fake-s3/bucket-store";
import type { Answered } from "../fake-s3/operations";
import { S3Refusal } from "../fake-s3/refusal";
import { json, metadata } from "./json-api";

interface Session {
  bucket: string;
  name: string;
  contentType: string;
  onlyNew: boolean;
  chunks: Buffer[];
}

interface UploadAsked {
  method: string;
  bucket: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  origin: string;
}

/** Uploads of the JSON interface: all in one request, or resumable in chunks. */
export function createUploads(find: (bucket: string) => BucketStore) {
  const sessions = new Map<string, Session>();

  function keep({ bucket, name, contentType, onlyNew }: Session, bytes: Buffer): Answered {
    const store = find(bucket);
    store.put(name, bytes, contentType, onlyNew);
    return json(metadata(name, store.get(name)));
  }

  function take(session: Session, range: string, body: Buffer): Answered {
    const [, start = "", total = ""] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(range) ?? [];
    const held = session.chunks.reduce((sum, { length }) => sum + length, 0);
    if (start !== "" && Number(start) !== held) throw new S3Refusal(503, "chunk out of order");
    if (start !== "") session.chunks.push(body);
    const bytes = Buffer.concat(session.chunks);
    if (total !== "*" && total !== "" && bytes.length >= Number(total)) return keep(session, bytes);
    const place: Record<string, string> = bytes.length
      ? { range: `bytes=0-${bytes.length - 1}` }
      : {};
    return { status: 308, headers: place };
  }

  return ({ method, bucket, query, headers, body, origin }: UploadAsked): Answered => {
    const id = query.get("upload_id");
    if (id) {
      const session = sessions.get(id);
      if (!session) throw new S3Refusal(404, "no such session");
      if (method === "DELETE") {
        sessions.delete(id);
        return { status: 499 };
      }
      const range = headers["content-range"];
      if (range === undefined) return keep(session, body);
      return take(session, String(range), body);
    }
    const onlyNew = query.get("ifGenerationMatch") === "0";
    if (query.get("uploadType") === "resumable") {
      const wanted = body.length > 0 ? JSON.parse(String(body)) : {};
      const made = randomUUID();
      const contentType = String(headers["x-upload-content-type"] ?? wanted.contentType ?? "");
      const name = query.get("name") ?? wanted.name;
      sessions.set(made, { bucket, name, contentType, onlyNew, chunks: [] });
      const location = `${origin}/upload/storage/v1/b/${bucket}/o?uploadType=resumable&upload_id=${made}`;
      return { status: 200, headers: { location } };
    }
    const { facts, bytes } = related(String(headers["content-type"]), body);
    const name = query.get("name") ?? String(facts.name);
    const contentType = String(facts.contentType ?? "");
    return keep({ bucket, name, contentType, onlyNew, chunks: [] }, bytes);
  };
}

/** Two parts: what it is, as JSON, and the bytes (RFC 2387). */
function related(type: string, body: Buffer) {
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? "";
  const pieces: Buffer[] = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let from = body.indexOf(mark); from >= 0; ) {
    const next = body.indexOf(mark, from + mark.length);
    if (next < 0) break;
    const piece = body.subarray(from + mark.length + 2, next - 2);
    pieces.push(piece.subarray(piece.indexOf("\r\n\r\n") + 4));
    from = next;
  }
  const [facts = Buffer.from("{}"), bytes = Buffer.alloc(0)] = pieces;
  return { facts: JSON.parse(String(facts)) as Record<string, unknown>, bytes };
}
