import type { BucketMetadata } from "@google-cloud/storage";

/**
 * What a bucket must allow pages of these origins. URLs are signed and no cookies travel, so `*`
 * lets nobody do what they could not do without a browser. Google's list of response headers is
 * also that of the request headers.
 */
export function bucketCors(origins: string[]): NonNullable<BucketMetadata["cors"]> {
  return [
    {
      origin: origins,
      method: ["GET", "HEAD", "PUT"],
      responseHeader: [
        ...["Cache-Control", "Content-Type", "Range"],
        ...["x-goog-content-length-range", "x-goog-if-generation-match"],
        ...["ETag", "Content-Length", "Content-Range", "Accept-Ranges"],
      ],
      maxAgeSeconds: 3600,
    },
  ];
}

/** The last belt: parts of uploads that we could neither finish nor give up. */
export const bucketLifecycle: NonNullable<BucketMetadata["lifecycle"]> = {
  rule: [{ action: { type: "AbortIncompleteMultipartUpload" }, condition: { age: 7 } }],
};
