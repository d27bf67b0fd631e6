import { S3Client } from "@aws-sdk/client-s3";
import type { StoreProfile } from "../store-profile";
import { addContentMd5 } from "./content-md5";
import type { S3Options } from "./options";
import { SilenceHandler } from "./silence-handler";

/** Carries bytes and questions from this server to the store. What browsers use is signed apart. */
export function createDataClient(
  options: S3Options,
  { pathStyle, sdkChecksums, contentMd5 }: StoreProfile,
): S3Client {
  const { endpoint, bucketUrl, region, credentials } = options;
  const checksums = sdkChecksums ? "WHEN_SUPPORTED" : "WHEN_REQUIRED";
  const client = new S3Client({
    region,
    forcePathStyle: pathStyle && bucketUrl === undefined,
    bucketEndpoint: bucketUrl !== undefined,
    requestChecksumCalculation: checksums,
    responseChecksumValidation: checksums,
    maxAttempts: 3,
    requestHandler: new SilenceHandler(options),
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
  });
  if (contentMd5) addContentMd5(client);
  return client;
}
