import type { Driver, Storage } from "@/lib/storage";

/** Throws a sentence that names the places there are and how to set up another. */
export function namedPlace({ drivers }: Storage, id: string): Driver {
  const driver = drivers.find(({ backendId }) => backendId === id);
  if (driver) return driver;
  const known = drivers.map(({ backendId }) => backendId).join(", ");
  throw new Error(
    `There is no place "${id}" here, only ${known}. ` +
      "A bucket is set up by S3_BUCKET_NAME, more places by STORAGE_LOCATIONS.",
  );
}
