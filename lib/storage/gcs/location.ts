import { assertReadableKey, bucketFor, clientOf, isOwnKey } from "../object-key";
import { encode } from "../signing/url-to-sign";
import { type GcsOptions, googleEndpoint } from "./options";

/** Where a key lies, and the address under which browsers reach it. */
export function createLocator({ bucket, apiEndpoint }: Pick<GcsOptions, "bucket" | "apiEndpoint">) {
  const origin = new URL(apiEndpoint ?? googleEndpoint).origin;
  const bucketOf = (clientId: string) => bucketFor(bucket, clientId);
  return {
    origin,
    bucketOf,
    /** The bucket itself, for questions about all of it. */
    locateBucket: (clientId: string) => ({ origin, path: `/${encode(bucketOf(clientId))}` }),
    locate(key: string) {
      const name = bucketOf(clientOf(assertReadableKey(key)));
      const path = isOwnKey(key) ? key : key.split("/").map(encode).join("/");
      return { bucket: name, origin, path: `/${encode(name)}/${path}` };
    },
  };
}
