import type { Config, StoreLocation } from "@/lib/config";
import { AppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import type { Secrets } from "@/lib/secrets";
import { deliver } from "./delivery/deliver";
import type { Driver } from "./driver";
import { createLocalDriver } from "./drivers/local";
import { createMemoryDriver } from "./drivers/memory";

export { checkStore } from "./check-store";
export { contentDisposition } from "./content-disposition";
export { capabilitiesOf } from "./doctor/capabilities";
export { examineStore } from "./doctor/examine-store";
export type { Finding } from "./doctor/finding";
export { newProbeKey, probeKeyOf } from "./doctor/probe-key";
export { probeText, probeUpload, shown as probeShown } from "./doctor/url-checks";
export * from "./driver";
export { createMemoryDriver } from "./drivers/memory";
export { compareKeys } from "./key-order";
export * from "./media-url";
export { isOwnKey, isReadableKey, newObjectKey } from "./object-key";
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

/** Opens every configured place, as files may lie in each. */
export async function createStorage(config: Config, secrets: Secrets, log: Log): Promise<Storage> {
  const [current, ...others] = await Promise.all(
    config.stores.map(async (location) => {
      const driver = await openDriver(location, secrets);
      log.debug({ backendId: driver.backendId, kind: driver.kind }, "store open");
      return deliver(driver, location.delivery);
    }),
  );
  if (!current) throw new Error("no store is configured");
  return storageOf([current, ...others]);
}

/** Clients of clouds are large: each is loaded where it is used. */
export async function openDriver(location: StoreLocation, secrets: Secrets): Promise<Driver> {
  const { id: backendId, uploadUrlSeconds, partSizeBytes } = location;
  const common = { backendId, uploadUrlSeconds, partSizeBytes };
  switch (location.kind) {
    case "local":
      return createLocalDriver(secrets, { ...common, root: location.root });
    case "s3": {
      const { createS3Driver } = await import("./drivers/s3");
      return createS3Driver({ ...location, ...common });
    }
    case "gcs": {
      const { createGcsDriver } = await import("./drivers/gcs");
      return createGcsDriver({ ...location, ...common });
    }
  }
}

/** For tests: nothing touches a disk. */
export function createMemoryStorage(secrets: Secrets, ...more: Driver[]): Storage {
  return storageOf([createMemoryDriver(secrets), ...more]);
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
