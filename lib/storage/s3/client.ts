import { S3Client } from "@aws-sdk/client-s3";
import type { StoreProfile } from "../store-profile";
import { addContentMd5 } from "./content-md5";
import type { S3Options } from "./options";

/** Carries bytes and questions from this server to the store. What browsers use is signed apart. */
export function createDataClient(
  { endpoint, bucketUrl, region, credentials, timeoutSeconds }: S3Options,
  { pathStyle, sdkChecksums, contentMd5 }: StoreProfile,
): S3Client {
  const checksums = sdkChecksums ? "WHEN_SUPPORTED" : "WHEN_REQUIRED";
  const client = new S3Client({
    region,
    forcePathStyle: pathStyle && bucketUrl === undefined,
    bucketEndpoint: bucketUrl !== undefined,
    requestChecksumCalculation: checksums,
    responseChecksumValidation: checksums,
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: Math.min(10, timeoutSeconds) * 1000,
      // Of silence: a large part over a slow line may take as long as it needs.
      requestTimeout: timeoutSeconds * 1000,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: 100 },
      httpsAgent: { maxSockets: 100 },
    },
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
  });
  if (contentMd5) addContentMd5(client);
  return client;
}
