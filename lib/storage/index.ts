import { AppError } from "@/lib/errors";
import type { Secrets } from "@/lib/secrets";
import type { Driver } from "./driver";
import { createMemoryDriver } from "./drivers/memory";

export * from "./driver";
export * from "./media-url";
export { assertObjectKey, newObjectKey, type ObjectKind } from "./object-key";
export { partCount, singlePutMaxBytes } from "./part-plan";
export { signReceipt, verifyReceipt } from "./receipt";
export { type DataGrant, verifyDataUrl } from "./signed-url";

/** Every backend that placements may name, and the one that new uploads go to. */
export interface Storage {
  current: Driver;
  /** `unavailable` when no such backend is configured. */
  backend(backendId: string): Driver;
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
