import type { Runtime } from "@/lib/runtime";

/** Throws a sentence that names the places there are and how to set up another. */
export function assertPlace({ storage }: Runtime, id: string): void {
  const known = storage.drivers.map(({ backendId }) => backendId);
  if (known.includes(id)) return;
  throw new Error(
    `There is no place "${id}" here, only ${known.join(", ")}. ` +
      "A bucket is set up by S3_BUCKET_NAME, more places by STORAGE_LOCATIONS.",
  );
}
