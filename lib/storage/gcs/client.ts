import { Storage } from "@google-cloud/storage";
import type { GcsOptions } from "./options";

/** Seconds: far beyond what the retries can take. */
const totalTimeout = 86_400;

/** Carries bytes and questions from this server to the store. What browsers use is signed apart. */
export function createDataClient({
  projectId,
  keyFile,
  credentials,
  apiEndpoint,
  timeoutSeconds,
}: GcsOptions): Storage {
  return new Storage({
    ...(projectId ? { projectId } : {}),
    ...(keyFile ? { keyFilename: keyFile } : {}),
    ...(credentials ? { credentials } : {}),
    // Whoever names another address over TLS means Google by a private way; without TLS it is an
    // emulator, which wants no tokens.
    ...(apiEndpoint ? { apiEndpoint } : {}),
    useAuthWithCustomEndpoint: apiEndpoint?.startsWith("https:") ?? true,
    timeout: timeoutSeconds * 1000,
    // Once `totalTimeout` is over the library never answers at all, so it must not come to that.
    retryOptions: { maxRetries: 2, maxRetryDelay: 1, retryDelayMultiplier: 2, totalTimeout },
  });
}
