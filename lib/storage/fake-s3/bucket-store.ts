import { createHash } from "node:crypto";
import { S3Refusal } from "./refusal";

export interface StoredObject {
  bytes: Buffer;
  etag: string;
  contentType: string;
  modifiedAt: Date;
}

interface Multipart {
  key: string;
  openedAt: Date;
  contentType: string;
  parts: Map<number, { bytes: Buffer; etag: string }>;
}

const md5 = (bytes: Buffer) => createHash("md5").update(bytes).digest("hex");
const minPartBytes = 5 * 1024 * 1024;

export type BucketStore = ReturnType<typeof createBucketStore>;

/** What the server remembers of one bucket. */
export function createBucketStore() {
  const objects = new Map<string, StoredObject>();
  const uploads = new Map<string, Multipart>();
  const settings = new Map<string, string>();

  function open(id: string): Multipart {
    const upload = uploads.get(id);
    if (!upload) throw new S3Refusal(404, "NoSuchUpload");
    return upload;
  }

  return {
    objects,
    uploads,
    /** XML of CORS and lifecycle rules, by the name of the query. */
    settings,
    /** No list answers more at once; a server may answer less than it was asked for. */
    pageSize: 1000,
    open,

    put(key: string, bytes: Buffer, contentType: string, onlyNew: boolean): string {
      if (onlyNew && objects.has(key)) throw new S3Refusal(412, "PreconditionFailed");
      const etag = `"${md5(bytes)}"`;
      objects.set(key, { bytes, etag, contentType, modifiedAt: new Date() });
      return etag;
    },

    get(key: string): StoredObject {
      const object = objects.get(key);
      if (!object) throw new S3Refusal(404, "NoSuchKey");
      return object;
    },

    begin(key: string, contentType: string): string {
      const id = `${uploads.size + 1}-${md5(Buffer.from(key))}`;
      uploads.set(id, { key, contentType, openedAt: new Date(), parts: new Map() });
      return id;
    },

    putPart(id: string, number: number, bytes: Buffer): string {
      const etag = `"${md5(bytes)}"`;
      open(id).parts.set(number, { bytes, etag });
      return etag;
    },

    complete(id: string, chosen: readonly { number: number; etag: string }[]): StoredObject {
      const { key, contentType, parts, openedAt } = open(id);
      const bodies = chosen.map(({ number, etag }) => {
        const part = parts.get(number);
        if (!part || part.etag !== etag) throw new S3Refusal(400, "InvalidPart");
        return part.bytes;
      });
      if (bodies.length === 0) throw new S3Refusal(400, "MalformedXML");
      if (bodies.slice(0, -1).some(({ length }) => length < minPartBytes)) {
        throw new S3Refusal(400, "EntityTooSmall");
      }
      const bytes = Buffer.concat(bodies);
      const etag = `"${md5(bytes)}-${bodies.length}"`;
      // Amazon dates such an object by the time that its upload was begun.
      const object = { bytes, etag, contentType, modifiedAt: openedAt };
      objects.set(key, object);
      uploads.delete(id);
      return object;
    },
  };
}
