import type { File } from "@google-cloud/storage";
import { statusOf } from "./gcs-errors";

/**
 * Whether a refusal only means that there is no such object: an account that may not list the
 * whole bucket, such as one that is confined to a client, is told 403 instead of 404.
 */
export async function isAbsent({ bucket, name }: File, error: unknown): Promise<boolean> {
  const status = statusOf(error);
  if (status !== 403) return status === 404;
  try {
    // The first that begins so, and a name comes before all that are longer.
    const [found] = await bucket.getFiles({ prefix: name, maxResults: 1, autoPaginate: false });
    return found.every((file) => file.name !== name);
  } catch {
    return false;
  }
}
