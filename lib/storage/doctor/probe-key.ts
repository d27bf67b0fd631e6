import { assertObjectKey, newObjectKey } from "../object-key";

/** Below it lie only our own attempts; no client is called so. */
const doctorId = "vitrine-doctor";

export function newProbeKey(): string {
  return newObjectKey(doctorId, "outputs");
}

/** `id`: the last segment of such a key. */
export function probeKeyOf(id: string): string {
  return assertObjectKey(`${doctorId}/outputs/${id}`);
}
