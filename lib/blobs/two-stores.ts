import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import { jobContext } from "@/lib/context";
import { contextOf, type Runtime } from "@/lib/runtime";
import {
  createMemoryDriver,
  createMemoryStorage,
  newObjectKey,
  type ServedDriver,
} from "@/lib/storage";
import { startCare } from "@/lib/stores";
import { testClient, testRuntime, testSecrets } from "@/lib/testing";
import { countHealth } from "./count-health";
import { toLying, withContent } from "./lying";
import { unlimited, verifyPlace } from "./verify-place";

export const signal = new AbortController().signal;
export const contentType = "video/mp4";

export interface File {
  blobId: string;
  bytes: Buffer;
  keys: Map<ServedDriver, string>;
}

type MemoryStorageOptions = Parameters<typeof createMemoryStorage>[2];

/** For tests: a client of its own with two stores of its own, the second for copies. */
export async function twoStores(caches: NonNullable<MemoryStorageOptions>["caches"] = {}) {
  /** What was read and written, by store. */
  const calls: string[] = [];

  function watched(word: string): ServedDriver {
    const backendId = `${word}-${randomBytes(4).toString("hex")}`;
    const driver = createMemoryDriver(testSecrets, { backendId });
    return {
      ...driver,
      get(...given) {
        calls.push(`get ${word}`);
        return driver.get(...given);
      },
      put(...given) {
        calls.push(`put ${word}`);
        return driver.put(...given);
      },
    };
  }

  const [local, attic] = [watched("local"), watched("attic")];
  const layers = { replicaId: attic.backendId, scrubBytesPerSecond: unlimited };
  const storage = createMemoryStorage(testSecrets, [local, attic], {
    layers,
    caches,
    isFirst: true,
  });
  const runtime: Runtime = await testRuntime({ storage });
  const { db } = runtime;
  const stores = [local, attic].map(({ backendId: id, kind }) => ({ id, kind }));
  await db.backend.createMany({ data: stores, skipDuplicates: true });
  const { clientId, userId } = await testClient("OWNER");
  const base = contextOf(runtime, { kind: "job", name: "test" });

  const fileIn = (...drivers: ServedDriver[]) => fileOf(randomBytes(5_000), ...drivers);

  async function fileOf(bytes: Buffer, ...drivers: ServedDriver[]): Promise<File> {
    const file: File = { blobId: uuid(), bytes, keys: new Map() };
    for (const driver of drivers) file.keys.set(driver, newObjectKey(clientId, "originals"));
    let sha256 = "";
    for (const driver of drivers) ({ sha256 } = await write(file, driver));
    const sizes = { sizeBytes: 5_000n, contentType };
    await db.blob.create({
      data: { clientId, id: file.blobId, state: "VERIFIED", sha256, ...sizes },
    });
    for (const [{ backendId }, objectKey] of file.keys) {
      const place = { clientId, id: uuid(), blobId: file.blobId, backendId, objectKey };
      await db.placement.create({ data: { ...place, storedSizeBytes: 5_000n, state: "PRESENT" } });
    }
    calls.length = 0;
    return file;
  }

  const write = ({ keys, bytes }: File, driver: ServedDriver, others = bytes) =>
    driver.put(keys.get(driver) ?? "", Readable.from([others]), { contentType });

  async function rot(file: File, ...drivers: ServedDriver[]): Promise<void> {
    const rotten = Buffer.from(file.bytes);
    rotten.writeUInt8(rotten.readUInt8(4_000) ^ 1, 4_000);
    for (const driver of drivers) await write(file, driver, rotten);
    calls.length = 0;
  }

  const placesOf = ({ blobId }: File) =>
    db.placement.findMany({
      where: { clientId, blobId, state: { not: "DELETING" } },
      include: withContent,
    });

  async function placeIn(file: File, { backendId }: ServedDriver) {
    const found = (await placesOf(file)).find((place) => place.backendId === backendId);
    if (!found) throw new Error("there is no place");
    return found;
  }

  async function verify(file: File, driver: ServedDriver) {
    const ctx = jobContext(base, "test", clientId, runtime.log);
    const reading = { bytesPerSecond: unlimited, signal };
    return verifyPlace(ctx, toLying(await placeIn(file, driver)), reading);
  }

  return {
    ...{ runtime, base, clientId, local, attic, calls },
    ...{ fileIn, fileOf, write, rot, placesOf, placeIn, verify },

    /** Both copies are rotten, and known to be. */
    async lostFile(): Promise<File> {
      const file = await fileIn(local, attic);
      await rot(file, local, attic);
      for (const driver of [local, attic]) await verify(file, driver);
      calls.length = 0;
      return file;
    },

    /** An operator's order for both stores; answers how many files it is about. */
    async order(action: "verify" | "heal"): Promise<number[]> {
      const actor = { kind: "person", userId, isAdmin: true } as const;
      const ctx = contextOf(runtime, actor);
      const order = async ({ backendId }: ServedDriver) =>
        (await startCare(ctx, backendId, { action })).files;
      return [await order(local), await order(attic)];
    },

    /** All were read so long ago. */
    age: (hours: number) =>
      db.placement.updateMany({
        where: { clientId },
        data: { verifiedAt: new Date(Date.now() - hours * 60 * 60 * 1000) },
      }),

    async healthOf({ backendId }: ServedDriver) {
      const { missing, damaged, healing } = await countHealth(base, backendId);
      return { missing, damaged, healing };
    },

    async keysIn(driver: ServedDriver): Promise<string[]> {
      const keys: string[] = [];
      for await (const { key } of driver.list(`${clientId}/`)) keys.push(key);
      return keys;
    },
  };
}
