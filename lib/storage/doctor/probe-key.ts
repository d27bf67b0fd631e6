import { assertObjectKey, newObjectKey } from "../object-key";

/**
 * Among a client's own objects, so that it is tried where files shall lie: in that client's bucket,
 * and within what the key may do.
 */
export function newProbeKey(clientId: string): string {
  return newObjectKey(clientId, "outputs");
}

/** `id`: the last segment of such a key. */
export function probeKeyOf(clientId: string, id: string): string {
  return assertObjectKey(`${clientId}/outputs/${id}`);
}
