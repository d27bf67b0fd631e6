import type { Storage } from "@google-cloud/storage";
import type { StoreRules } from "../driver";
import { bucketCors, bucketLifecycle } from "./bucket-rules";

/** For Google's own command line. */
export function createStoreRules(storage: Storage, bucket: string): StoreRules {
  const command = (option: string, value: unknown) =>
    `gcloud storage buckets update gs://${bucket} --${option}=/dev/stdin <<'END'\n` +
    `${JSON.stringify(value, null, 2)}\nEND`;
  return {
    async lifecycle() {
      try {
        const [{ lifecycle }] = await storage.bucket(bucket).getMetadata();
        const isThere = lifecycle?.rule?.some(
          ({ action }) => action.type === "AbortIncompleteMultipartUpload",
        );
        return isThere ? "present" : "missing";
      } catch {
        // A key for objects alone may not ask for the bucket.
        return "unknown";
      }
    },
    lifecycleFix: () => command("lifecycle-file", { lifecycle: bucketLifecycle }),
    corsFix: (origins) => command("cors-file", bucketCors([...origins])),
  };
}
