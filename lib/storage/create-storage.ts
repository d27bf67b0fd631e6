import { join } from "node:path";
import type { Config, LayerOptions, StoreLocation } from "@/lib/config";
import type { Log } from "@/lib/log";
import type { Secrets } from "@/lib/secrets";
import { deliver } from "./delivery/deliver";
import type { Driver } from "./driver";
import { createLocalDriver } from "./drivers/local";
import { createMemoryDriver } from "./drivers/memory";
import type { Keyring } from "./keyring";
import { createDiskCache } from "./layers/disk-cache";
import { createMemoryCache } from "./layers/memory-cache";
import { createMeter } from "./layers/meter";
import { withRetry } from "./layers/retry";
import { createSpool, type Spool } from "./layers/spool";
import { type Caches, type Storage, storageOf } from "./storage";

interface StorageOptions {
  config: Config;
  secrets: Secrets;
  log: Log;
  keyring?: Keyring;
}

/** Opens every configured place, as files may lie in each, with the layers between it and us. */
export async function createStorage({
  config,
  secrets,
  log,
  keyring,
}: StorageOptions): Promise<Storage> {
  const { layers, stores, dataDir } = config;
  const caches = await openCaches(layers, dataDir, log);
  const meters = new Map(stores.map(({ id }) => [id, createMeter()]));
  const [current, ...others] = await Promise.all(
    stores.map(async (location) => {
      const opened = await openDriver(location, secrets, log);
      const driver = meters.get(location.id)?.withMeter(opened) ?? opened;
      log.debug({ backendId: driver.backendId, kind: driver.kind }, "store open");
      return deliver(withPatience(driver, location, layers), location.delivery);
    }),
  );
  if (!current) throw new Error("no store is configured");
  const drivers: [Driver, ...Driver[]] = [current, ...others];
  const regions = new Map(stores.map(({ id, placeRegion }) => [id, placeRegion]));
  return storageOf({
    ...{ drivers, meters, secrets, keyring, caches, layers, regions },
    uploadUrlSeconds: stores[0]?.uploadUrlSeconds ?? 3600,
    spool: layers.hasFallback ? await createSpool(join(dataDir, "spool")) : undefined,
  });
}

/** What has a network between it and us is asked again, and left alone while it is down. */
function withPatience(
  driver: Driver,
  { kind, timeoutSeconds }: StoreLocation,
  { maxRetries }: LayerOptions,
): Driver {
  if (kind === "local") return driver;
  return withRetry(driver, { maxRetries, timeoutMs: timeoutSeconds * 1000 });
}

async function openCaches(
  { memoryCache, diskCacheBytes }: LayerOptions,
  dataDir: string,
  log: Log,
): Promise<Caches> {
  const directory = join(dataDir, "cache");
  return {
    memory: memoryCache && createMemoryCache(memoryCache),
    disk:
      diskCacheBytes > 0
        ? await createDiskCache({ directory, maxBytes: diskCacheBytes, log })
        : undefined,
  };
}

/** Clients of clouds are large: each is loaded where it is used. */
export async function openDriver(
  location: StoreLocation,
  secrets: Secrets,
  log?: Log,
): Promise<Driver> {
  const { id: backendId, uploadUrlSeconds, partSizeBytes } = location;
  const common = { backendId, uploadUrlSeconds, partSizeBytes };
  switch (location.kind) {
    case "local":
      return createLocalDriver(secrets, { ...common, root: location.root }).catch(
        (cause: Error) => {
          const words = `its directory cannot be used (${cause.message}): correct LOCAL_STORAGE_PATH`;
          throw new Error(`The store "${backendId}": ${words}`, { cause });
        },
      );
    case "s3": {
      const { createS3Driver } = await import("./drivers/s3");
      return createS3Driver({ ...location, ...common, log });
    }
    case "gcs": {
      const { createGcsDriver } = await import("./drivers/gcs");
      return createGcsDriver({ ...location, ...common });
    }
  }
}

interface MemoryStorageOptions {
  keyring?: Keyring;
  layers?: Partial<LayerOptions>;
  spool?: Spool;
  caches?: Caches;
  /** The first of `more` takes new files, and there is no memory. */
  isFirst?: boolean;
  /** Of places that stand in one. */
  regions?: Record<string, string>;
}

/** For tests: nothing touches a disk. */
export function createMemoryStorage(
  secrets: Secrets,
  more: Driver[] = [],
  { keyring, layers, spool, caches = {}, isFirst = false, regions = {} }: MemoryStorageOptions = {},
): Storage {
  const [first = createMemoryDriver(secrets), ...others] = isFirst
    ? more
    : [createMemoryDriver(secrets), ...more];
  const meters = new Map([first, ...others].map(({ backendId }) => [backendId, createMeter()]));
  const metered = (driver: Driver) => meters.get(driver.backendId)?.withMeter(driver) ?? driver;
  return storageOf({
    ...{ secrets, keyring, spool, uploadUrlSeconds: 3600, caches },
    ...{ drivers: [metered(first), ...others.map(metered)], meters },
    regions: new Map(Object.entries(regions)),
    layers: { ...plainLayers, ...layers },
  });
}

const plainLayers: LayerOptions = {
  ...{ maxRetries: 0, hasFallback: false, replicaId: undefined, compression: undefined },
  ...{ isEncrypted: false, masterKeys: [], memoryCache: undefined, diskCacheBytes: 0 },
  scrubBytesPerSecond: 0,
};
