import { v7 as uuid } from "uuid";
import { AppError } from "@/lib/errors";

/** What an object was made for; the second segment of its key. */
type ObjectKind = "originals" | "renditions" | "outputs";

const keyPattern =
  /^[a-z0-9][a-z0-9_-]{0,62}\/[a-z]{1,20}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A fresh key, `<clientId>/<kind>/<uuid>`. Nothing that a person typed is ever part of one. */
export function newObjectKey(clientId: string, kind: ObjectKind): string {
  return assertObjectKey(`${clientId}/${kind}/${uuid()}`);
}

/** Refuses whatever we did not make: `..`, NUL, backslashes, empty segments, a leading slash. */
export function assertObjectKey(key: string): string {
  if (!keyPattern.test(key)) {
    throw new AppError("invalid", "not an object key of ours", { reason: "bad_key" });
  }
  return key;
}

/** Where a disk keeps the object, relative to its root. */
export function objectPath(key: string): string {
  return `objects/${assertObjectKey(key)}`;
}
