import { createHash } from "node:crypto";
import type { S3Client, ServiceInputTypes, ServiceOutputTypes } from "@aws-sdk/client-s3";
import type { BuildMiddleware } from "@smithy/types";

interface Outgoing {
  headers: Record<string, string>;
  body?: unknown;
}

/**
 * Puts Content-MD5 in the place of the SDK's checksums: bulk deletion, CORS and lifecycle calls
 * need one of them, and many stores know only the older. See MD5_FALLBACK.md of aws-sdk-js-v3.
 */
export function addContentMd5(client: S3Client): void {
  // After the SDK's own, before it signs.
  client.middlewareStack.add(contentMd5, { step: "build", priority: "low" });
}

const contentMd5: BuildMiddleware<ServiceInputTypes, ServiceOutputTypes> = (next) => (args) => {
  const { headers, body } = args.request as Outgoing;
  const added = Object.keys(headers).filter((name) => /^x-amz-(sdk-)?checksum/i.test(name));
  for (const name of added) delete headers[name];
  if (added.length > 0 && (typeof body === "string" || body instanceof Uint8Array)) {
    headers["content-md5"] = createHash("md5").update(body).digest("base64");
  }
  return next(args);
};
