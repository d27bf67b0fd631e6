import type { CORSRule, LifecycleRule } from "@aws-sdk/client-s3";

/**
 * What a bucket must allow pages of these origins. URLs are signed and no cookies travel, so `*`
 * lets nobody do what they could not do without a browser. Headers are named one by one, as some
 * stores know no wildcard there; without ETag exposed, other programs cannot complete multiparts.
 */
export function bucketCors(origins: string[]): CORSRule[] {
  return [
    {
      AllowedOrigins: origins,
      AllowedMethods: ["GET", "HEAD", "PUT"],
      AllowedHeaders: ["content-type", "if-none-match", "range"],
      ExposeHeaders: ["ETag", "Content-Length", "Content-Range", "Accept-Ranges"],
      MaxAgeSeconds: 3600,
    },
  ];
}

/** The last belt: parts of uploads that we could neither finish nor give up. */
export const bucketLifecycle: LifecycleRule[] = [
  {
    ID: "vitrine-abort-incomplete-uploads",
    Status: "Enabled",
    Filter: { Prefix: "" },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
  },
];
