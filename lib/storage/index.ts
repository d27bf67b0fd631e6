import type { Config } from "@/lib/config";
import { AppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import type { Secrets } from "@/lib/secrets";
import type { Driver } from "./driver";
import { createLocalDriver } from "./drivers/local";
import { createMemoryDriver } from "./drivers/memory";

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
}

/** Opens the configured backends. */
export async function createStorage(config: Config, secrets: Secrets, log: Log): Promise<Storage> {
  const local = await createLocalDriver(secrets, {
    root: config.localStoragePath,
    uploadUrlSeconds: config.STORAGE_SIGNED_URL_EXPIRES,
  });
  log.debug({ path: config.localStoragePath }, "local store open");
  return storageOf([local]);
}

/** For tests: nothing touches a disk. */
export function createMemoryStorage(secrets: Secrets): Storage {
  return storageOf([createMemoryDriver(secrets)]);
}

function storageOf(drivers: [Driver, ...Driver[]]): Storage {
  return {
    current: drivers[0],
    backend(backendId) {
      const driver = drivers.find((candidate) => candidate.backendId === backendId);
      if (driver) return driver;
      throw new AppError("unavailable", `no backend ${backendId} is configured`, {
        reason: "backend_unknown",
      });
    },
  };
}
