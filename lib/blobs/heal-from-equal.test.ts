import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { runAlone } from "./alone";
import { healPlaces } from "./heal-places";
import { signal, twoStores } from "./two-stores";

runAlone();

it("heals a lost file from one that was uploaded with the same bytes, wherever that lies", async () => {
  const { base, local, attic, fileOf, placeIn, lostFile, healthOf, order } = await twoStores();
  const file = await lostFile();
  expect(await healPlaces(base, signal)).toBe(0);
  // That nothing can be done yet puts nothing off.
  await order("verify");
  expect(await healPlaces(base, signal)).toBe(0);
  await fileOf(file.bytes, attic);
  expect(await healthOf(local)).toEqual({ missing: 0, damaged: 0, healing: 1 });

  expect(await healPlaces(base, signal)).toBe(2);
  for (const driver of [local, attic]) {
    const { objectKey, ...place } = await placeIn(file, driver);
    expect(place).toMatchObject({ blobId: file.blobId, state: "PRESENT", problem: null });
    expect(await buffer(await driver.get(objectKey))).toEqual(file.bytes);
  }
});

it("takes no bytes for the same that another client has", async () => {
  const { base, lostFile } = await twoStores();
  const file = await lostFile();
  const other = await twoStores();
  await other.fileOf(file.bytes, other.local);
  expect(await healPlaces(base, signal)).toBe(0);
});
