import type { Log } from "@/lib/log";
import type { StoreName } from "../store-profile";
import type { Credentials } from "./sigv4";

export interface S3Options {
  backendId: string;
  /** Left out: Amazon's own for the region. */
  endpoint?: string | undefined;
  /** Where browsers and screens reach the same store, when it is not `endpoint`. */
  publicEndpoint?: string | undefined;
  /** Leads to the bucket itself, without its name in host or path. */
  bucketUrl?: string | undefined;
  region: string;
  /** `{client}` in it stands for the client's id: a bucket for each. */
  bucket: string;
  /** Left out: the SDK looks in the environment, the shared files and the machine's role. */
  credentials?: Credentials | undefined;
  /** Makes the bucket when it is not there. */
  createsBucket: boolean;
  /** Left out: found by the address. */
  store?: StoreName | undefined;
  /** Overrides what is known of the store. */
  pathStyle?: boolean | undefined;
  uploadUrlSeconds: number;
  /** How long the store may stay silent. */
  timeoutSeconds: number;
  /** Of uploads; undefined: 8 MiB, more for the largest. */
  partSizeBytes?: number | undefined;
  /** Is told of what a store does not take and can do without. */
  log?: Log | undefined;
}
