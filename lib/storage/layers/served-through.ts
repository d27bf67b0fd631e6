import type { Secrets } from "@/lib/secrets";
import type { Driver } from "../driver";
import { servedUrls } from "../served-urls";

export interface ServedThrough {
  secrets: Secrets;
  uploadUrlSeconds: number;
  /** What is done to the bytes, as placements and URLs name it. */
  encodings: readonly string[];
}

/**
 * What is left of a driver once its stored bytes are not the plain ones: no address of the store
 * is good for a browser, no file for a program, and URLs lead to our own data plane.
 */
export function servedThrough(
  inner: Driver,
  { secrets, uploadUrlSeconds, encodings }: ServedThrough,
): Pick<Driver, "backendId" | "kind" | "delete" | "list" | "signPut" | "signParts" | "signGet"> &
  Pick<Driver, "health"> {
  const { backendId, kind, health } = inner;
  return {
    ...{ backendId, kind },
    ...(health && { health }),
    delete: (key) => inner.delete(key),
    list: (prefix, after) => inner.list(prefix, after),
    ...servedUrls(secrets, backendId, uploadUrlSeconds, encodings),
  };
}
