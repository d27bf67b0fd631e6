import { assertReadableKey, bucketFor, clientOf, isOwnKey } from "../object-key";
import { encode } from "../signing/url-to-sign";
import type { StoreProfile } from "../store-profile";
import type { S3Options } from "./options";

export interface Location {
  bucket: string;
  /** Of the address that browsers use. */
  origin: string;
  path: string;
}

/** Where a key lies, and the address under which browsers reach it. */
export function createLocator(
  { endpoint, publicEndpoint = endpoint, bucketUrl, region, bucket }: S3Options,
  { pathStyle }: StoreProfile,
) {
  const base = new URL(publicEndpoint ?? `https://s3.${region}.amazonaws.com`);
  const basePath = base.pathname.replace(/\/$/, "");
  // As the SDK wants it told: the bucket's address in place of its name.
  const bucketOf = (clientId: string) => bucketUrl ?? bucketFor(bucket, clientId);
  const own = bucketUrl === undefined ? undefined : new URL(bucketUrl);

  return {
    bucketOf,
    /** The address of a bucket without a path; `*` is any bucket's. */
    originOf(name: string): string {
      if (own) return own.origin;
      return pathStyle ? base.origin : `${base.protocol}//${name}.${base.host}`;
    },
    locate(key: string): Location {
      const name = bucketOf(clientOf(assertReadableKey(key)));
      // Our keys need no encoding; a bucket's name does not either.
      const path = isOwnKey(key) ? key : key.split("/").map(encode).join("/");
      if (own) {
        return {
          bucket: name,
          origin: own.origin,
          path: `${own.pathname.replace(/\/$/, "")}/${path}`,
        };
      }
      return pathStyle
        ? { bucket: name, origin: base.origin, path: `${basePath}/${encode(name)}/${path}` }
        : {
            bucket: name,
            origin: `${base.protocol}//${name}.${base.host}`,
            path: `${basePath}/${path}`,
          };
    },
  };
}
