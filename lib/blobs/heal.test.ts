import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { findMedia } from "@/lib/artifacts";
import { createMemoryCache, newObjectKey, storeDown } from "@/lib/storage";
import { runAlone } from "./alone";
import { healPlaces } from "./heal-places";
import { scrubPlaces } from "./scrub-places";
import { contentType, signal, twoStores } from "./two-stores";

runAlone();

it("takes back what was put back by hand, and heals the other copy from it", async () => {
  const { base, local, attic, write, placeIn, lostFile, order, healthOf } = await twoStores();
  const file = await lostFile();
  await write(file, local);
  expect(await order("verify")).toEqual([1, 1]);
  await scrubPlaces(base, signal);
  expect(await placeIn(file, local)).toMatchObject({ state: "PRESENT", problem: null });
  expect(await placeIn(file, attic)).toMatchObject({ state: "DAMAGED", problem: "damaged" });
  expect(await healthOf(attic)).toEqual({ missing: 0, damaged: 0, healing: 1 });

  expect(await healPlaces(base, signal)).toBe(1);
  const { objectKey, ...healed } = await placeIn(file, attic);
  expect(healed).toMatchObject({ state: "PRESENT", problem: null });
  expect(await buffer(await attic.get(objectKey))).toEqual(file.bytes);
  expect(await healthOf(attic)).toEqual({ missing: 0, damaged: 0, healing: 0 });
});

it("lets readers have what was found right again", async () => {
  const { runtime, base, clientId, local, write, verify, lostFile } = await twoStores();
  const file = await lostFile();
  const { sha256 } = await runtime.db.blob.findFirstOrThrow({
    where: { clientId, id: file.blobId },
  });
  const artifactId = uuid();
  const named = { name: "film.mp4", type: "VIDEO", status: "AVAILABLE" } as const;
  await runtime.db.artifact.create({
    data: {
      clientId,
      id: artifactId,
      blobId: file.blobId,
      sizeBytes: 5_000n,
      contentType,
      ...named,
    },
  });
  await write(file, local);
  await verify(file, local);
  const media = await findMedia(base, { clientId, artifactId, sha256: sha256 ?? "" });
  expect(media?.places).toMatchObject([{ backendId: local.backendId }]);
});

it("reads what is wrong again after a day, and what is right after thirty", async () => {
  const { base, local, calls, fileIn, write, placeIn, lostFile, age } = await twoStores();
  const [file, sound] = [await lostFile(), await fileIn(local)];
  await age(23);
  await scrubPlaces(base, signal);
  expect(calls).toEqual([]);
  await age(25);
  await write(file, local);
  calls.length = 0;
  await scrubPlaces(base, signal);
  expect(calls.toSorted()).toEqual(["get attic", "get local"]);
  expect(await placeIn(file, local)).toMatchObject({ state: "PRESENT", problem: null });
  expect((await placeIn(sound, local)).verifiedAt?.getTime()).toBeLessThan(
    Date.now() - 24 * 60 * 60 * 1000,
  );
});

it("reads what is wrong at once when somebody asks, even where nothing is read by itself", async () => {
  const { runtime, base, local, attic, write, placeIn, lostFile, order } = await twoStores();
  const file = await lostFile();
  await write(file, local);
  runtime.storage.layers = { ...runtime.storage.layers, scrubBytesPerSecond: 0 };
  expect(await order("verify")).toEqual([1, 1]);
  await scrubPlaces(base, signal);
  expect((await placeIn(file, local)).problem).toBe("damaged");
  await healPlaces(base, signal);
  for (const driver of [local, attic]) {
    expect(await placeIn(file, driver)).toMatchObject({ state: "PRESENT", problem: null });
  }
});

it("gives what was put back, not what was kept nearby of the damaged bytes", async () => {
  const memory = createMemoryCache({ maxBytes: 1_000_000, ttlMs: 60_000 });
  const { runtime, local, fileIn, write, rot, placeIn, verify } = await twoStores({ memory });
  const file = await fileIn(local);
  await rot(file, local);
  await verify(file, local);
  const place = await placeIn(file, local);
  const read = async () => buffer(await runtime.storage.at(place).get(place.objectKey));
  expect(await read()).not.toEqual(file.bytes);
  await write(file, local);
  await verify(file, local);
  expect(await read()).toEqual(file.bytes);
});

it("copies nothing where the bytes are there again", async () => {
  const { base, local, attic, calls, fileIn, write, placeIn, verify } = await twoStores();
  const file = await fileIn(local, attic);
  await local.delete(file.keys.get(local) ?? "");
  expect(await verify(file, local)).toBe("missing");
  await write(file, local);
  calls.length = 0;
  expect(await healPlaces(base, signal)).toBe(1);
  expect(calls).toEqual(["get local"]);
  expect(await placeIn(file, local)).toMatchObject({ state: "PRESENT", problem: null });
});

it("sees what is gone or cut off without reading it", async () => {
  const { local, calls, fileIn, write, verify } = await twoStores();
  const file = await fileIn(local);
  await write(file, local, file.bytes.subarray(1));
  calls.length = 0;
  expect(await verify(file, local)).toBe("damaged");
  await local.delete(file.keys.get(local) ?? "");
  expect(await verify(file, local)).toBe("missing");
  expect(calls).toEqual([]);
});

it("reads and copies nothing again where no sound copy is known", async () => {
  const { base, calls, lostFile } = await twoStores();
  await lostFile();
  for (let run = 0; run < 3; run += 1) expect(await healPlaces(base, signal)).toBe(0);
  expect(calls).toEqual([]);
});

it("marks a source that turns out to be damaged, leaves nothing of the try, and tries no more", async () => {
  const {
    base,
    local,
    attic,
    calls,
    fileIn,
    write,
    rot,
    placesOf,
    placeIn,
    verify,
    healthOf,
    keysIn,
  } = await twoStores();
  const file = await fileIn(local, attic);
  await rot(file, local, attic);
  await verify(file, local);
  expect(await healthOf(local)).toEqual({ missing: 0, damaged: 0, healing: 1 });
  expect(await healPlaces(base, signal)).toBe(0);
  expect(await placeIn(file, attic)).toMatchObject({ state: "PRESENT", problem: "damaged" });
  expect(await placesOf(file)).toHaveLength(2);
  expect(await keysIn(local)).toEqual([file.keys.get(local)]);
  expect(await healthOf(local)).toEqual({ missing: 0, damaged: 1, healing: 0 });
  expect(await healthOf(attic)).toEqual({ missing: 0, damaged: 1, healing: 0 });
  calls.length = 0;
  expect(await healPlaces(base, signal)).toBe(0);
  expect(calls).toEqual([]);

  // Until something changes: at once, whenever the last try was.
  await write(file, attic);
  await verify(file, attic);
  expect(await healPlaces(base, signal)).toBe(1);
});

it("waits before it tries again to write where other bytes come back, and leaves none there", async () => {
  const { runtime, base, local, attic, calls, fileIn, rot, placeIn, verify, keysIn, order } =
    await twoStores();
  const file = await fileIn(local, attic);
  await rot(file, local);
  await verify(file, local);
  const original = runtime.storage.at;
  runtime.storage.at = (place) => ({
    ...original(place),
    // It says that it has what came, and keeps something else.
    async put(key, body, options) {
      await buffer(body);
      await local.put(key, Readable.from([randomBytes(5_000)]), options);
      return { sizeBytes: 5_000, sha256: (await placeIn(file, attic)).blob.sha256 ?? "" };
    },
  });
  expect(await healPlaces(base, signal)).toBe(0);
  expect(calls.filter((call) => call === "put local")).toHaveLength(1);
  expect(await keysIn(local)).toEqual([file.keys.get(local)]);
  expect(await placeIn(file, attic)).toMatchObject({ state: "PRESENT", problem: null });
  calls.length = 0;
  expect(await healPlaces(base, signal)).toBe(0);
  expect(calls).toEqual([]);

  runtime.storage.at = original;
  // Whoever asks need not wait.
  expect(await order("heal")).toEqual([1, 0]);
  expect(await healPlaces(base, signal)).toBe(1);
});

it("takes a line that broke for no damage of the source", async () => {
  const { runtime, base, local, attic, fileIn, rot, placeIn, verify } = await twoStores();
  const file = await fileIn(local, attic);
  await rot(file, local);
  await verify(file, local);
  const { get } = attic;
  attic.get = async () => {
    attic.get = get;
    throw storeDown(attic.backendId, "ECONNRESET");
  };
  const original = runtime.storage.atStore;
  runtime.storage.atStore = (place) =>
    place.backendId === attic.backendId ? attic : original(place);
  expect(await healPlaces(base, signal)).toBe(0);
  expect(await placeIn(file, attic)).toMatchObject({ state: "PRESENT", problem: null });
});

it("heals once when two do it at the same time, and when one was killed in the middle of it", async () => {
  const { runtime, base, clientId, local, attic, fileIn, rot, placesOf, verify } =
    await twoStores();
  const file = await fileIn(local, attic);
  await rot(file, local);
  await verify(file, local);
  const left = { clientId, id: uuid(), blobId: file.blobId, backendId: local.backendId };
  const objectKey = newObjectKey(clientId, "originals");
  await local.put(objectKey, Readable.from([Buffer.alloc(10)]), { contentType });
  await runtime.db.placement.create({
    data: { ...left, objectKey, storedSizeBytes: 5_000n, state: "COPYING" },
  });
  const counts = await Promise.all([healPlaces(base, signal), healPlaces(base, signal)]);
  expect(counts.toSorted()).toEqual([0, 1]);
  const places = await placesOf(file);
  expect(places).toHaveLength(2);
  expect(places.every(({ state, problem }) => state === "PRESENT" && problem === null)).toBe(true);
  expect(await buffer(await local.get(objectKey))).toEqual(file.bytes);
});

it("tells once of what is read again each day", async () => {
  const { runtime, clientId, local, write, verify, lostFile } = await twoStores();
  const file = await lostFile();
  await verify(file, local);
  await write(file, local);
  await verify(file, local);
  const events = await runtime.db.auditEvent.findMany({
    where: { clientId, subjectId: file.blobId },
    orderBy: { at: "asc" },
  });
  expect(events.map(({ action }) => action)).toEqual([
    ...["file.damaged", "file.damaged", "file.recovered"],
  ]);
});

it("looks at a source again whose bytes were cut off once, and finds no damage", async () => {
  const { runtime, base, local, attic, fileIn, rot, placeIn, verify } = await twoStores();
  const file = await fileIn(local, attic);
  await rot(file, local);
  await verify(file, local);
  const original = runtime.storage.atStore;
  let isCut = true;
  runtime.storage.atStore = (place) => ({
    ...original(place),
    async get(key) {
      const body = await original(place).get(key);
      if (place.backendId !== attic.backendId || !isCut) return body;
      isCut = false;
      return Readable.from([(await buffer(body)).subarray(1)]);
    },
  });
  await healPlaces(base, signal);
  expect(await placeIn(file, attic)).toMatchObject({ state: "PRESENT", problem: null });
});
