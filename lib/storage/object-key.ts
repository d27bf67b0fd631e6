import { v7 as uuid } from "uuid";
import { AppError } from "@/lib/errors";

/** What an object was made for; the second segment of its key. */
type ObjectKind = "originals" | "renditions" | "outputs";

const keyPattern =
  /^[a-z0-9][a-z0-9_-]{0,62}\/[a-z]{1,20}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const clientPattern = /^[a-z0-9][a-z0-9_-]{0,62}\//;
const maxKeyBytes = 1024;

/** A fresh key, `<clientId>/<kind>/<uuid>`. Nothing that a person typed is ever part of one. */
export function newObjectKey(clientId: string, kind: ObjectKind): string {
  return assertObjectKey(`${clientId}/${kind}/${uuid()}`);
}

/** Whether we made it: such a key needs no encoding anywhere. */
export function isOwnKey(key: string): boolean {
  return keyPattern.test(key);
}

/** Refuses whatever we did not make: nothing is ever written under another key. */
export function assertObjectKey(key: string): string {
  if (!isOwnKey(key)) throw badKey();
  return key;
}

/**
 * Whether the object may be read or deleted: ours, or one that another program chose the key of
 * and that was adopted. No `..`, NUL and other control characters, backslashes, empty segments.
 */
export function isReadableKey(key: string): boolean {
  if (isOwnKey(key)) return true;
  return (
    clientPattern.test(key) &&
    Buffer.byteLength(key) <= maxKeyBytes &&
    key.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..") &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    !/[\u0000-\u001f\u007f\\]/.test(key)
  );
}

export function assertReadableKey(key: string): string {
  if (!isReadableKey(key)) throw badKey();
  return key;
}

/** The client that an object belongs to. */
export function clientOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

/** `{client}` in a bucket's name stands for the client's id; buckets know no underscore. */
export function bucketFor(template: string, clientId: string): string {
  return template.replaceAll("{client}", clientId.replaceAll("_", "-"));
}

// What the driver keeps of its own under the same root.
const reserved = new Set(["objects", "tmp", "uploads"]);

/** Whether a directory of this name below the root is the driver's own. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

/** Where a disk keeps the object, relative to its root. What was adopted stays where it was. */
export function objectPath(key: string): string {
  if (isOwnKey(key)) return `objects/${key}`;
  if (reserved.has(clientOf(key))) throw badKey();
  return assertReadableKey(key);
}

function badKey(): AppError {
  return new AppError("invalid", "not an object key of ours", { reason: "bad_key" });
}
