import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseConfig } from "@/lib/config";
import { createLog } from "@/lib/log";
import { deriveSecrets } from "@/lib/secrets";
import { createMemoryDriver, createSpool, type Driver, openDriver } from "@/lib/storage";
import {
  createDiskCache,
  createMemoryCache,
  createMeter,
  withCompression,
  withEncryption,
  withFallback,
  withRetry,
} from "@/lib/storage/layers";

const mebibyte = 1024 ** 2;
const secrets = deriveSecrets("a secret of the bench, long enough for all");
const served = { secrets, uploadUrlSeconds: 3600, encodings: [] };

/** The driver that a server with these settings would open, and nothing around it. */
export async function bareDriver(settings: Record<string, string>): Promise<Driver> {
  const [location] = parseConfig(settings).stores;
  if (!location) throw new Error("no store is configured");
  return openDriver(location, secrets, createLog("silent"));
}

export const bareLocal = (directory: string) =>
  bareDriver({ LOCAL_STORAGE_PATH: join(directory, "files") });

/** Each layer alone, and all in the order in which a server puts them. */
export async function createLayers(directory: string) {
  const disk = await createDiskCache({
    directory: join(directory, "cache"),
    ...{ maxBytes: 1024 * mebibyte, log: createLog("silent") },
  });
  const memory = createMemoryCache({ maxBytes: 64 * mebibyte, ttlMs: 3_600_000 });
  const spool = await createSpool(join(directory, "spool"));
  const key = randomBytes(32);

  const meter = (driver: Driver) => createMeter().withMeter(driver);
  const retry = (driver: Driver): Driver => withRetry(driver, { maxRetries: 3, timeoutMs: 30_000 });
  const diskCache = (driver: Driver) => disk.withDiskCache(driver);
  const fallback = (driver: Driver): Driver =>
    withFallback(driver, createMemoryDriver(secrets), spool);
  const encryption = (driver: Driver): Driver =>
    withEncryption(driver, { ...served, keyOfClient: async () => key });
  const compression = (driver: Driver): Driver => withCompression(driver, served);
  const memoryCache = (driver: Driver) => memory.withMemoryCache(driver);

  // Films are not compressed.
  const plain = (driver: Driver) => memoryCache(diskCache(retry(meter(driver))));
  const sealed = (driver: Driver) => memoryCache(encryption(diskCache(retry(meter(driver)))));
  const plainSpooled = (driver: Driver) => memoryCache(diskCache(fallback(retry(meter(driver)))));
  const spooled = (driver: Driver) =>
    memoryCache(encryption(diskCache(fallback(retry(meter(driver))))));
  return {
    ...{ meter, retry, diskCache, fallback, encryption, compression, memoryCache },
    ...{ plain, plainSpooled, sealed, spooled },
  };
}
