import type { Readable } from "node:stream";

/**
 * What a place for bytes must do. Keys come from object-key.ts and are already checked.
 *
 * - Nothing is ever overwritten in place: a key that is being written shows its old bytes, or
 *   none, until the new ones are complete and durable.
 * - `get` and `head` of a key that is not there throw `not_found`; `delete` of one does nothing.
 * - A full disk or a store that is down is `unavailable` and leaves nothing half-written.
 * - Whoever receives a stream closes it; a driver closes the body it was given, also on failure.
 */
export interface Driver {
  /** The id in `backends` that placements name, for example `local`. */
  readonly backendId: string;
  readonly kind: "local" | "s3" | "gcs" | "memory";

  /** Writes a whole object and hashes it on the way. Replaces what the key held. */
  put(key: string, body: Readable, options: PutOptions): Promise<StoredObject>;
  head(key: string): Promise<ObjectHead>;
  get(key: string, range?: ByteRange): Promise<Readable>;
  delete(key: string): Promise<void>;
  /**
   * The objects of a client whose keys begin so (`<clientId>/` and what follows), also those that
   * another program has put there: in the order of their keys' UTF-8 bytes, and only those beyond
   * `after`. However many there are, few are in memory at a time.
   */
  list(prefix: string, after?: string): AsyncIterable<ListedObject>;

  /** Prepares an upload by presigned URLs. Above `singlePutMaxBytes` it is in parts. */
  openUpload(request: UploadRequest): Promise<OpenedUpload>;
  /** URLs for parts of an open upload; part numbers count from 1 (`invalid` beyond the last). */
  signParts(upload: UploadHandle, partNumbers: readonly number[]): Promise<SignedRequest[]>;
  /** The URL for the whole of a single-PUT upload. */
  signPut(upload: UploadHandle): Promise<SignedRequest>;
  /**
   * Parts that have arrived whole: all of them once the upload was finished, so that whoever was
   * cut off just then only has to say so again. Empty for a single PUT that has not arrived.
   */
  listParts(upload: UploadHandle): Promise<ArrivedPart[]>;
  /**
   * Makes the object appear under its key; said twice it answers the same.
   * `precondition_failed` with reason `upload_incomplete` when bytes are missing,
   * `upload_size_mismatch` when they are not as many as announced.
   */
  finishUpload(upload: UploadHandle): Promise<ObjectHead>;
  /** Forgets an upload and its bytes, finished or not; said twice it does nothing. */
  abortUpload(upload: UploadHandle): Promise<void>;

  /** Uploads in parts of a client that were begun and neither finished nor aborted, in any order. */
  listUploads?(clientId: string): AsyncIterable<BegunUpload>;
  /** Forgets the parts of such an upload; unlike `abortUpload` it leaves the key's object alone. */
  dropUpload?(upload: Pick<BegunUpload, "key" | "storeUploadId">): Promise<void>;

  /** A URL that serves the object by GET and HEAD with ranges. */
  signGet(key: string, options: SignGetOptions): Promise<string>;

  /**
   * Whether the place is there and lets us in; throws what to change, and makes what it may.
   * `clientId`: whose files our key may be confined to. `mayCreate`: false where the place should
   * be there already, so that another one does not take its name.
   */
  check?(clientId?: string, options?: { mayCreate?: boolean }): Promise<void>;

  /** What the store is told once, beside objects. */
  readonly rules?: StoreRules;

  /** The rule that confines a key of the store to one client's objects, to be pasted there. */
  clientPolicy?(clientId: string): string;

  /** Only this server reads there: browsers and screens get the bytes through it. */
  readonly isPrivate?: boolean;

  /** Where browsers are sent for bytes, beside this server: for the page's security policy. */
  readonly origins?: readonly string[];

  /** Whether the store answers, as far as this process has seen. */
  health?(): StoreHealth;

  /** Only where objects are plain files here: the path, for programs such as ffmpeg to read. */
  pathOf?(key: string): string;
}

/** `down`: left alone until `trying` lets one request through that finds out. */
export interface StoreHealth {
  state: "up" | "down" | "trying";
  since: Date;
  /** What it said, or did not say, last. */
  lastError: string | undefined;
}

export interface StoreRules {
  /** Whether the store gives up uploads that nobody finishes; `unknown`: it cannot be asked. */
  lifecycle(): Promise<"present" | "missing" | "unknown">;
  /** What to paste so that it does. */
  lifecycleFix(): string;
  /** What to paste so that pages of these origins may send and read. */
  corsFix(origins: readonly string[]): string;
}

/** A driver whose presigned URLs point at our own data plane, which hands it the bytes. */
export interface ServedDriver extends Driver {
  /**
   * Stores one part, durably. A part that has arrived already stays as it is. `not_found`
   * (`upload_gone`) when the upload was finished or aborted.
   */
  putPart(upload: PartTarget, partNumber: number, body: Readable): Promise<void>;
  /** Names the place itself: two processes that read the same answer share its bytes. */
  sentinel?(): Promise<string>;
}

export function isServed(driver: Driver): driver is ServedDriver {
  return "putPart" in driver;
}

export type PartTarget = Pick<
  UploadHandle,
  "key" | "sizeBytes" | "partSizeBytes" | "storeUploadId"
>;

export interface PutOptions {
  contentType: string;
  /** When known: fewer or more bytes are `invalid` (`size_mismatch`) and leave nothing behind. */
  sizeBytes?: number;
  /** Never replaces: `conflict` (`object_exists`), unless the key holds these very bytes. */
  onlyNew?: boolean;
  /** The caller hashes the plain bytes itself: `sha256` of the answer says nothing. */
  isHashed?: boolean;
}

export interface ObjectHead {
  sizeBytes: number;
  /** Where what lies in the store is not the plain bytes. */
  storedSizeBytes?: number;
}

export interface ListedObject extends ObjectHead {
  key: string;
  /** When it was written, or, of an upload in parts at some stores, begun. */
  modifiedAt: Date;
}

/** An upload in parts as the store itself knows it. */
export interface BegunUpload {
  key: string;
  storeUploadId: string;
  openedAt: Date;
}

export interface StoredObject extends ObjectHead {
  /** Lower-case hex of the plain bytes. */
  sha256: string;
  /** Set where it may be another place than the one that was asked. */
  backendId?: string;
}

/** Both ends included, as in RFC 9110 §14.1.1. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface UploadRequest {
  key: string;
  sizeBytes: number;
  contentType: string;
  expiresAt: Date;
}

/** What the database keeps of an open upload; enough to go on in another process. */
export interface UploadHandle extends UploadRequest {
  /** undefined: one PUT. */
  partSizeBytes: number | undefined;
  storeUploadId: string | undefined;
}

export interface OpenedUpload {
  partSizeBytes: number | undefined;
  storeUploadId: string | undefined;
  /** Set where it may be another place than the one that was asked. */
  backendId?: string;
}

export interface SignedRequest {
  method: "PUT";
  /** Absolute, or beginning with `/` for this server's own data plane. */
  url: string;
  /** Headers that are signed and must be sent as they are (content-length is the browser's). */
  headers: Record<string, string>;
  partNumber?: number;
}

export interface ArrivedPart {
  partNumber: number;
  sizeBytes: number;
}

export interface SignGetOptions {
  contentType: string;
  /** Strong ETag: the SHA-256 of the plain bytes, lower-case hex. */
  sha256: string;
  disposition: "inline" | "attachment";
  fileName: string;
  /** The same for a while, so that the URL repeats and caches hit. */
  signedAt: Date;
  expiresAt: Date;
}

/**
 * A single PUT to our own data plane is hashed while it streams; its answer carries this receipt
 * in `x-vitrine-receipt`, and `complete` accepts it as proof of the hash.
 */
export interface UploadReceipt {
  key: string;
  sizeBytes: number;
  sha256: string;
}
