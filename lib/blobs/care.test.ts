import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { createArtifact, getArtifact } from "@/lib/artifacts";
import { createKeyring } from "@/lib/client-keys";
import { contextOf, type Runtime } from "@/lib/runtime";
import {
  createMemoryCache,
  createMemoryDriver,
  createMemoryStorage,
  createSpool,
  type Driver,
  isServed,
  type ServedDriver,
  type Storage,
  storeDown,
} from "@/lib/storage";
import { sendBytes, type TestClient, testClient, testRuntime, testSecrets } from "@/lib/testing";
import { completeUpload, getUpload } from "@/lib/uploads";
import { runAlone } from "./alone";
import { bringHome, countBacklog } from "./bring-home";
import { healPlaces } from "./heal-places";
import { replicateBlobs } from "./replicate-blobs";
import { scrubPlaces } from "./scrub-places";

let runtime: Runtime;
let shop: TestClient;
let store: ServedDriver;
let local: ServedDriver;
let isDown = false;
const signal = new AbortController().signal;
const base = () => contextOf(runtime, { kind: "job", name: "test" });

/** A store that can be switched off. */
function switchable(driver: ServedDriver): ServedDriver {
  const words = ["put", "head", "get", "delete", "openUpload", "putPart", "listParts"] as const;
  const calls = [...words, "finishUpload", "abortUpload"] as const;
  const guarded = calls.map((name) => [
    name,
    async (...given: unknown[]) => {
      if (isDown) throw storeDown(driver.backendId, "ECONNREFUSED");
      return (driver[name] as (...all: unknown[]) => Promise<unknown>)(...given);
    },
  ]);
  return { ...driver, ...Object.fromEntries(guarded) };
}

async function use(layers: Parameters<typeof createMemoryStorage>[2]): Promise<Storage> {
  const drivers: Driver[] = [store, local];
  const storage = createMemoryStorage(testSecrets, drivers, { isFirst: true, ...layers });
  runtime = await testRuntime({ storage });
  for (const { backendId: id, kind } of storage.drivers) {
    await runtime.db.backend.createMany({ data: [{ id, kind }], skipDuplicates: true });
  }
  shop.ctx.storage = storage;
  return storage;
}

runAlone();

beforeAll(async () => {
  runtime = await testRuntime();
});

beforeEach(async () => {
  isDown = false;
  shop = await testClient("OWNER");
  const name = randomBytes(4).toString("hex");
  store = switchable(createMemoryDriver(testSecrets, { backendId: `store-${name}` }));
  local = { ...createMemoryDriver(testSecrets, { backendId: `local-${name}` }), kind: "local" };
});

const withFallback = async () => ({
  layers: { hasFallback: true },
  spool: await createSpool(await mkdtemp(join(tmpdir(), "vitrine-spool-"))),
});

async function upload(bytes: Buffer, name = "plan.bin"): Promise<{ id: string; blobId: string }> {
  const { artifact, upload } = await createArtifact(shop.ctx, { name, sizeBytes: bytes.length });
  const { receipt } = await sendBytes(shop.ctx, upload.id, bytes);
  await completeUpload(shop.ctx, upload.id, receipt === undefined ? {} : { receipt });
  const row = await runtime.db.artifact.findFirstOrThrow({ where: { id: artifact.id } });
  return { id: artifact.id, blobId: row.blobId ?? "" };
}

const placesOf = (blobId: string) =>
  runtime.db.placement.findMany({
    where: { clientId: shop.clientId, blobId, state: { not: "DELETING" } },
    orderBy: { createdAt: "asc" },
  });

async function readAt(place: { backendId: string; encodings: string[]; objectKey: string }) {
  return buffer(await shop.ctx.storage.at(place).get(place.objectKey));
}

it("takes a file in while its store is down for the whole of the upload, and brings it home", async () => {
  await use(await withFallback());
  isDown = true;
  const bytes = randomBytes(5_000);
  const { id, blobId } = await upload(bytes);
  expect((await getArtifact(shop.ctx, id)).status).toBe("AVAILABLE");
  const [away] = await placesOf(blobId);
  expect(away).toMatchObject({ backendId: local.backendId, homeId: store.backendId });
  expect(await countBacklog(base(), store.backendId)).toMatchObject({ files: 1, bytes: 5_000 });

  expect(await bringHome(base(), signal)).toBe(0);
  isDown = false;
  expect(await bringHome(base(), signal)).toBe(1);
  const places = await placesOf(blobId);
  expect(places).toMatchObject([{ backendId: store.backendId, homeId: null }]);
  expect(await readAt(places[0] ?? fail())).toEqual(bytes);
  expect(await countBacklog(base(), store.backendId)).toEqual({
    files: 0,
    bytes: 0,
    oldestAt: null,
  });
});

it("takes in what comes in parts, too", async () => {
  await use(await withFallback());
  isDown = true;
  const bytes = randomBytes(17 * 1024 * 1024);
  const { blobId } = await upload(bytes);
  const [away] = await placesOf(blobId);
  expect(away?.backendId).toBe(local.backendId);
  expect((await readAt(away ?? fail())).equals(bytes)).toBe(true);
});

it("sends an upload elsewhere whose store goes down in the middle of it", async () => {
  await use(await withFallback());
  const bytes = randomBytes(17 * 1024 * 1024);
  const named = { name: "film.bin", sizeBytes: bytes.length };
  const { artifact, upload } = await createArtifact(shop.ctx, named);
  isDown = true;
  const { plan, arrivedParts } = await getUpload(shop.ctx, upload.id);
  expect(plan).toMatchObject({ kind: "parts", partCount: 3 });
  expect(arrivedParts).toEqual([]);
  await sendBytes(shop.ctx, upload.id, bytes);
  await completeUpload(shop.ctx, upload.id, {});
  const row = await runtime.db.artifact.findFirstOrThrow({ where: { id: artifact.id } });
  const [place] = await placesOf(row.blobId ?? "");
  expect(place).toMatchObject({ backendId: local.backendId, homeId: store.backendId });
  expect((await readAt(place ?? fail())).equals(bytes)).toBe(true);
});

it("brings each file home once, when two do it at the same time", async () => {
  await use(await withFallback());
  isDown = true;
  const bytes = randomBytes(3_000);
  const { blobId } = await upload(bytes);
  isDown = false;
  const counts = await Promise.all([bringHome(base(), signal), bringHome(base(), signal)]);
  expect(counts.toSorted()).toEqual([0, 1]);
  const places = await placesOf(blobId);
  expect(places).toHaveLength(1);
  expect(await readAt(places[0] ?? fail())).toEqual(bytes);
});

it("makes a second copy, reads it again, and heals the one that rots from the other", async () => {
  await use({
    layers: { replicaId: local.backendId, scrubBytesPerSecond: Number.POSITIVE_INFINITY },
  });
  const bytes = randomBytes(9_000);
  const { blobId } = await upload(bytes);
  await replicateBlobs(base(), signal);
  await replicateBlobs(base(), signal);
  const places = await placesOf(blobId);
  expect(places.map(({ backendId }) => backendId)).toEqual([store.backendId, local.backendId]);

  // One byte of the first turns over.
  const rotten = Buffer.from(bytes);
  rotten.writeUInt8(rotten.readUInt8(4_000) ^ 1, 4_000);
  const [first] = places;
  await store.put(first?.objectKey ?? "", Readable.from([rotten]), { contentType: "text/plain" });
  await forgetReadings();
  await scrubPlaces(base(), signal);
  expect(await placesOf(blobId)).toMatchObject([
    { state: "DAMAGED", problem: "damaged" },
    { state: "PRESENT", problem: null },
  ]);
  expect(await healPlaces(base(), signal)).toBeGreaterThan(0);
  const healed = await placesOf(blobId);
  expect(healed.map(({ backendId }) => backendId).toSorted()).toEqual(
    [store.backendId, local.backendId].toSorted(),
  );
  for (const place of healed) expect(await readAt(place)).toEqual(bytes);
});

it("keeps the only copy where it is, whatever it has become, and tells of it", async () => {
  await use({ layers: { scrubBytesPerSecond: Number.POSITIVE_INFINITY } });
  const { blobId } = await upload(randomBytes(2_000));
  const [only] = await placesOf(blobId);
  await store.delete(only?.objectKey ?? "");
  await forgetReadings();
  await scrubPlaces(base(), signal);
  expect(await placesOf(blobId)).toMatchObject([{ state: "PRESENT", problem: "missing" }]);
});

it("reads the store itself, not what is kept nearby", async () => {
  const memory = createMemoryCache({ maxBytes: 1_000_000, ttlMs: 60_000 });
  const scrubBytesPerSecond = Number.POSITIVE_INFINITY;
  await use({ layers: { scrubBytesPerSecond }, caches: { memory } });
  const bytes = randomBytes(2_000);
  const { blobId } = await upload(bytes);
  const [place = fail()] = await placesOf(blobId);
  expect(await readAt(place)).toEqual(bytes);
  const other = Readable.from([randomBytes(2_000)]);
  await store.put(place.objectKey, other, { contentType: "text/plain" });
  expect(await readAt(place)).toEqual(bytes);
  await forgetReadings();
  await scrubPlaces(base(), signal);
  expect(await placesOf(blobId)).toMatchObject([{ problem: "damaged" }]);
});

it("reads what can be compared, however much lies before it that cannot", async () => {
  await use({ layers: { scrubBytesPerSecond: Number.POSITIVE_INFINITY } });
  const files = await Promise.all(Array.from({ length: 21 }, () => upload(randomBytes(10))));
  const { clientId } = shop;
  const unread = files.slice(0, 20).map(({ blobId }) => blobId);
  await runtime.db.blob.updateMany({
    where: { clientId, id: { in: unread } },
    data: { state: "STAGED", sha256: null },
  });
  await forgetReadings();
  await scrubPlaces(base(), signal);
  expect((await placesOf(files[20]?.blobId ?? "")).map(({ verifiedAt }) => verifiedAt)).toEqual([
    expect.any(Date),
  ]);
});

it("makes the second copy also of what is verified long after it came", async () => {
  await use({ layers: { replicaId: local.backendId } });
  const { blobId } = await upload(randomBytes(500));
  const { clientId } = shop;
  const set = (data: object) =>
    runtime.db.blob.update({ where: { clientId_id: { clientId, id: blobId } }, data });
  await set({ state: "STAGED", createdAt: new Date(Date.now() - 5 * 60 * 60 * 1000) });
  await replicateBlobs(base(), signal);
  expect(await placesOf(blobId)).toHaveLength(1);
  await set({ state: "VERIFIED" });
  await replicateBlobs(base(), signal);
  expect(await placesOf(blobId)).toHaveLength(2);
});

it("takes a store that does not answer for no damage", async () => {
  await use({ layers: { scrubBytesPerSecond: Number.POSITIVE_INFINITY } });
  const { blobId } = await upload(randomBytes(2_000));
  await forgetReadings();
  isDown = true;
  await scrubPlaces(base(), signal);
  expect(await placesOf(blobId)).toMatchObject([{ problem: null, verifiedAt: null }]);
});

it("gives what is encrypted and compressed as it came, and nobody else can read it", async () => {
  const keyring = createKeyring(runtime.db, [randomBytes(32)]);
  await use({ keyring, layers: { isEncrypted: true, compression: { thresholdBytes: 10 } } });
  const text = Buffer.from("the same words again and again ".repeat(500));
  const { blobId } = await upload(text, "script.txt");
  const [place] = await placesOf(blobId);
  expect(place?.encodings).toEqual(["gzip", expect.stringMatching(/^aes-256-gcm:/)]);
  expect(Number(place?.storedSizeBytes)).toBeLessThan(2_000);
  expect(await readAt(place ?? fail())).toEqual(text);
  const stored = await buffer(await store.get(place?.objectKey ?? ""));
  expect(stored.length).toBe(Number(place?.storedSizeBytes));
  expect(stored.includes("the same words")).toBe(false);
});

it("lets parts come encrypted, and ranges be read", async () => {
  const keyring = createKeyring(runtime.db, [randomBytes(32)]);
  await use({ keyring, layers: { isEncrypted: true } });
  const bytes = randomBytes(17 * 1024 * 1024 + 3);
  const { blobId } = await upload(bytes);
  const [place] = await placesOf(blobId);
  expect((await readAt(place ?? fail())).equals(bytes)).toBe(true);
  const range = { start: 8 * 1024 * 1024 - 5, end: 8 * 1024 * 1024 + 70_000 };
  const driver = shop.ctx.storage.at(place ?? fail());
  const piece = await buffer(await driver.get(place?.objectKey ?? "", range));
  expect(piece.equals(bytes.subarray(range.start, range.end + 1))).toBe(true);
  expect(isServed(driver)).toBe(true);
});

/** Files of other tests that were read lately would be passed over. */
async function forgetReadings(): Promise<void> {
  const { clientId } = shop;
  await runtime.db.placement.updateMany({ where: { clientId }, data: { verifiedAt: null } });
}

function fail(): never {
  throw new Error("there is no place");
}
