import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { createLog } from "@/lib/log";
import { deriveSecrets } from "@/lib/secrets";
import type { Driver, ServedDriver } from "../driver";
import { describeDriver } from "../driver.contract";
import { createLocalDriver } from "../drivers/local";
import { createMemoryDriver } from "../drivers/memory";
import { createS3Driver } from "../drivers/s3";
import { type FakeS3, startFakeS3 } from "../fake-s3";
import { storeDown } from "../store-down";
import { withCompression } from "./compression";
import { createDiskCache } from "./disk-cache";
import { withEncryption } from "./encryption";
import { withFallback } from "./fallback";
import { createMemoryCache } from "./memory-cache";
import { createMeter } from "./meter";
import { withRetry } from "./retry";
import { createSpool } from "./spool";

const secrets = deriveSecrets("s".repeat(32));
const served = { secrets, uploadUrlSeconds: 3600, encodings: [] };
const key = randomBytes(32);
const memory = (backendId = "memory") => createMemoryDriver(secrets, { backendId });
const mebibyte = 1024 * 1024;

let directory: string;
let fake: FakeS3;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "vitrine-layers-"));
  fake = await startFakeS3();
});
afterAll(async () => {
  await fake.stop();
  await rm(directory, { recursive: true, force: true });
});

const local = () =>
  createLocalDriver(secrets, { root: join(directory, "files"), uploadUrlSeconds: 3600 });
const s3 = () =>
  createS3Driver({
    ...{ backendId: "s3", endpoint: fake.endpoint, credentials: fake.credentials },
    ...{ region: "us-east-1", bucket: "media", createsBucket: false },
    ...{ uploadUrlSeconds: 3600, timeoutSeconds: 5 },
  });

const retried = (driver: Driver) => withRetry(driver, { maxRetries: 2, timeoutMs: 5_000 });
const encrypted = (driver: Driver) =>
  withEncryption(driver, { ...served, keyOfClient: async () => key });
const compressed = (driver: Driver) =>
  withCompression(driver, { ...served, spool: memory("spool") });
const cached = <D extends Driver>(driver: D) =>
  createMemoryCache({
    maxBytes: 64 * mebibyte,
    ttlMs: 60_000,
    maxObjectBytes: 32 * mebibyte,
  }).withMemoryCache(driver);
const metered = <D extends Driver>(driver: D) => createMeter().withMeter(driver);
const onDisk = async (driver: Driver) => {
  const log = createLog("silent");
  const cache = await createDiskCache({
    directory: join(directory, "cache"),
    maxBytes: 512 * mebibyte,
    log,
  });
  return cache.withDiskCache(driver);
};

/** A store that answers questions, but is down for whoever brings something. */
function takingNothing(driver: ServedDriver): Driver {
  const fail = async () => {
    throw storeDown(driver.backendId, "ECONNREFUSED");
  };
  return { ...driver, put: fail, openUpload: fail };
}
const fallingBack = async (first: Driver) =>
  withFallback(first, memory("local"), await createSpool(join(directory, "spool")));

describe("each layer alone", () => {
  describeDriver("behind retries", async () => retried(memory()));
  describeDriver("with a second place", async () => fallingBack(memory()));
  describeDriver("with a second place, the first one down", async () =>
    fallingBack(takingNothing(memory())),
  );
  describeDriver("encrypted", async () => encrypted(memory()));
  describeDriver("compressed", async () => compressed(memory()));
  describeDriver("kept in memory", async () => cached(memory()));
  describeDriver("kept on the disk", async () => onDisk(memory()));
  describeDriver("metered", async () => metered(memory()));
});

describe("in stacks", () => {
  const all = async (driver: Driver) =>
    metered(cached(compressed(encrypted(await onDisk(await fallingBack(retried(driver)))))));
  describeDriver("all layers over a disk", async () => all(await local()));
  describeDriver("all layers over a bucket", async () => all(s3()));
  describeDriver("all layers, the first place down", async () =>
    metered(cached(compressed(encrypted(await fallingBack(takingNothing(memory())))))),
  );
  describeDriver("encrypted on a disk", async () => encrypted(await local()));
  describeDriver("encrypted in a bucket", async () => encrypted(retried(s3())));
  describeDriver("compressed and encrypted", async () => compressed(encrypted(memory())));
});
