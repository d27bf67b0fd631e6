import type { Readable } from "node:stream";
import { LRUCache } from "lru-cache";
import type { LayerOptions } from "@/lib/config";
import { AppError } from "@/lib/errors";
import type { Secrets } from "@/lib/secrets";
import { choosePlace } from "./choose-place";
import {
  type Driver,
  isServed,
  type OpenedUpload,
  type PutOptions,
  type UploadRequest,
} from "./driver";
import { encodingsFor, gzip, keyIdOf } from "./encodings";
import type { Keyring } from "./keyring";
import { withCompression } from "./layers/compression";
import type { createDiskCache } from "./layers/disk-cache";
import { withEncryption } from "./layers/encryption";
import { withFallback } from "./layers/fallback";
import type { CacheCounts, createMemoryCache } from "./layers/memory-cache";
import type { Meter, StoreCounts } from "./layers/meter";
import type { Spool } from "./layers/spool";

/** Where bytes lie, and what was done to them. */
export interface Place {
  backendId: string;
  encodings: readonly string[];
}

/** Where new bytes were put. */
export interface NewPlace extends Place {
  encodings: string[];
  /** Where they belong, when they had to go elsewhere because that store was down. */
  homeId: string | null;
}

/** Of whatever knows more: what rows keep of where bytes are. */
export function placeOf({ backendId, encodings, homeId }: NewPlace): NewPlace {
  return { backendId, encodings, homeId };
}

export interface StoredPlace extends NewPlace {
  sizeBytes: number;
  storedSizeBytes: number;
  sha256: string;
}

/** Every backend that placements may name, and the one that new uploads go to. */
export interface Storage {
  current: Driver;
  /** `unavailable` when no such backend is configured. */
  backend(backendId: string): Driver;
  /** All of them, the current one first. */
  drivers: readonly Driver[];
  /** The driver that gives the plain bytes of a place, and takes those of an upload there. */
  at(place: Place): Driver;
  /** The same past all caches, for whoever wants to know what lies there. */
  atStore(place: Place): Driver;
  /** What is kept nearby of a key whose bytes were not what they are now. */
  forget(place: Place, key: string): void;
  /** The operators' words for where places stand, each once, by name. */
  readonly regions: readonly string[];
  /** The best of several places that hold the same bytes, then the next best, … */
  byPreference<P extends Place>(places: readonly P[], region?: string | null): P[];
  /** Opens an upload of new bytes, where they belong or, while that is down, where they can go. */
  openUpload(clientId: string, request: UploadRequest): Promise<OpenedUpload & NewPlace>;
  /** Opens one where bytes go whose store is down; undefined: nothing stands in for it. */
  openElsewhere(
    clientId: string,
    request: UploadRequest,
  ): Promise<(OpenedUpload & NewPlace) | undefined>;
  /** Writes new bytes, likewise. */
  put(clientId: string, key: string, body: Readable, options: PutOptions): Promise<StoredPlace>;
  /** Where bytes are to lie at this backend from now on. */
  placeFor(clientId: string, backendId: string, bytes: PutOptions): Promise<NewPlace>;
  layers: LayerOptions;
  counts(): StorageCounts;
}

export interface StorageCounts {
  stores: Record<string, StoreCounts>;
  /** How long each takes to answer, in milliseconds; lately counts most. */
  latencies: Record<string, number | undefined>;
  /** What went through compression, before and after. */
  compressed: { plainBytes: number; storedBytes: number };
  memoryCache: CacheCounts | undefined;
  diskCache: CacheCounts | undefined;
}

export interface Caches {
  memory?: ReturnType<typeof createMemoryCache> | undefined;
  disk?: Awaited<ReturnType<typeof createDiskCache>> | undefined;
}

interface StorageParts {
  drivers: readonly [Driver, ...Driver[]];
  /** By place; innermost, so that each is charged with what it was really asked. */
  meters: ReadonlyMap<string, Meter>;
  secrets: Secrets;
  keyring: Keyring | undefined;
  caches: Caches;
  layers: LayerOptions;
  regions: ReadonlyMap<string, string | undefined>;
  spool: Spool | undefined;
  uploadUrlSeconds: number;
}

/** A stack for each client's key; more of them than are in use at a time need not be kept. */
const maxStacks = 2_000;

export function storageOf(parts: StorageParts): Storage {
  const { drivers, meters, secrets, keyring, caches, layers, regions, spool } = parts;
  const { uploadUrlSeconds } = parts;
  const [current] = drivers;
  const compressed = { plainBytes: 0, storedBytes: 0 };

  function backend(backendId: string): Driver {
    const driver = drivers.find((candidate) => candidate.backendId === backendId);
    if (driver) return driver;
    throw new AppError("unavailable", `no backend ${backendId} is configured`, {
      reason: "backend_unknown",
    });
  }

  /** Innermost first: kept on the disk, encrypted, compressed, kept in memory. */
  function stackOver(bare: Driver, encodings: readonly string[], { disk, memory }: Caches): Driver {
    const served = { secrets, uploadUrlSeconds, encodings };
    const keyId = keyIdOf(encodings);
    const near = disk && !bare.pathOf ? disk.withDiskCache(bare) : bare;
    const sealed = keyId
      ? withEncryption(near, { ...served, keyOfClient: (id) => keyOf(id, keyId) })
      : near;
    const plain = encodings.includes(gzip)
      ? withCompression(sealed, { ...served, onWritten: count })
      : sealed;
    // The system keeps files in memory itself.
    return memory && !plain.pathOf ? memory.withMemoryCache(plain, encodings) : plain;
  }

  function count(plainBytes: number, storedBytes: number): void {
    compressed.plainBytes += plainBytes;
    compressed.storedBytes += storedBytes;
  }

  async function keyOf(clientId: string, keyId: string): Promise<Buffer> {
    if (keyring) return keyring.open(clientId, keyId);
    throw new AppError("unavailable", "there is no key to open it with", { reason: "key_missing" });
  }

  const stacksWith = (caches: Caches) => {
    const stacks = new LRUCache<string, Driver>({ max: maxStacks });
    return ({ backendId, encodings }: Place): Driver => {
      const name = [backendId, ...encodings].join(" ");
      const known = stacks.get(name);
      if (known) return known;
      const made = stackOver(backend(backendId), encodings, caches);
      stacks.set(name, made);
      return made;
    };
  };
  const at = stacksWith(caches);

  /** What writes new bytes, here or, while it is down, on the local disk. */
  const writer = (encodings: readonly string[]) => stackOver(home, encodings, caches);
  const local = drivers.find(({ kind }) => kind === "local");
  const second = layers.hasFallback && local !== current ? local : undefined;
  const home = second && spool && isServed(second) ? withFallback(current, second, spool) : current;

  const homeOf = (backendId: string) =>
    backendId === current.backendId ? null : current.backendId;

  return {
    current,
    drivers,
    backend,
    at,
    atStore: stacksWith({}),
    forget({ backendId, encodings }, key) {
      caches.disk?.forget(backendId, key);
      caches.memory?.forget(backendId, encodings, key);
    },
    layers,
    regions: [...new Set([...regions.values()].filter((region) => region !== undefined))].sort(),
    byPreference: (places, region) =>
      choosePlace(places, {
        region,
        drivers,
        regions,
        latencyOf: (id) => meters.get(id)?.latencyMs(),
      }),

    async openUpload(clientId, request) {
      const encodings = await encodingsFor(clientId, request, layers, keyring);
      const { backendId = current.backendId, ...opened } =
        await writer(encodings).openUpload(request);
      return { ...opened, backendId, encodings, homeId: homeOf(backendId) };
    },

    async openElsewhere(clientId, request) {
      if (!second) return undefined;
      const encodings = await encodingsFor(clientId, request, layers, keyring);
      const { backendId } = second;
      const opened = await at({ backendId, encodings }).openUpload(request);
      return { ...opened, backendId, encodings, homeId: homeOf(backendId) };
    },

    async put(clientId, key, body, options) {
      const encodings = await encodingsFor(clientId, options, layers, keyring);
      const stored = await writer(encodings).put(key, body, options);
      const { backendId = current.backendId, sizeBytes, sha256 } = stored;
      const { storedSizeBytes = sizeBytes } = stored;
      return {
        backendId,
        encodings,
        homeId: homeOf(backendId),
        sizeBytes,
        storedSizeBytes,
        sha256,
      };
    },

    async placeFor(clientId, backendId, bytes) {
      const encodings = await encodingsFor(clientId, bytes, layers, keyring);
      return { backendId, encodings, homeId: null };
    },

    counts: () => ({
      stores: Object.fromEntries([...meters].map(([id, { counts }]) => [id, counts()])),
      latencies: Object.fromEntries([...meters].map(([id, { latencyMs }]) => [id, latencyMs()])),
      compressed: { ...compressed },
      memoryCache: caches.memory?.counts(),
      diskCache: caches.disk?.counts(),
    }),
  };
}
