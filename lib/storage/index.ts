import type { Config } from "@/lib/config";
import { AppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import type { Secrets } from "@/lib/secrets";
import type { Driver } from "./driver";
import { createLocalDriver } from "./drivers/local";
import { createMemoryDriver } from "./drivers/memory";

export { checkStore } from "./check-store";
export { contentDisposition } from "./content-disposition";
export * from "./driver";
export * from "./media-url";
export { newObjectKey } from "./object-key";
export { partCount, partRange } from "./part-plan";
export { signReceipt, verifyReceipt } from "./receipt";
export { registerBackend } from "./register-backend";
export { type DataGrant, signDataUrl, verifyDataUrl } from "./signed-url";

/** Every backend that placements may name, and the one that new uploads go to. */
export interface Storage {
  current: Driver;
  /** `unavailable` when no such backend is configured. */
  backend(backendId: string): Driver;
  /** All of them, the current one first. */
  drivers: readonly Driver[];
}

/** Opens the configured backends: the disk always, as files may lie there still. */
export async function createStorage(config: Config, secrets: Secrets, log: Log): Promise<Storage> {
  const { STORAGE_TYPE, CHUNK_SIZE, localStoragePath, s3 } = config;
  const uploadUrlSeconds = config.STORAGE_SIGNED_URL_EXPIRES;
  const local = await createLocalDriver(secrets, {
    ...{ root: localStoragePath, uploadUrlSeconds, partSizeBytes: CHUNK_SIZE },
  });
  log.debug({ path: localStoragePath }, "local store open");
  if (!s3) return storageOf([local]);
  // Loaded where it is used: it is the largest of all our modules.
  const { createS3Driver } = await import("./drivers/s3");
  const bucket = createS3Driver({
    ...{ ...s3, backendId: "s3", uploadUrlSeconds, partSizeBytes: CHUNK_SIZE },
    timeoutSeconds: config.TIMEOUT_SECONDS,
  });
  return storageOf(STORAGE_TYPE === "s3" ? [bucket, local] : [local, bucket]);
}

/** For tests: nothing touches a disk. */
export function createMemoryStorage(secrets: Secrets): Storage {
  return storageOf([createMemoryDriver(secrets)]);
}

function storageOf(drivers: [Driver, ...Driver[]]): Storage {
  return {
    current: drivers[0],
    drivers,
    backend(backendId) {
      const driver = drivers.find((candidate) => candidate.backendId === backendId);
      if (driver) return driver;
      throw new AppError("unavailable", `no backend ${backendId} is configured`, {
        reason: "backend_unknown",
      });
    },
  };
}
