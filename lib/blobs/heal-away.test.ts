import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { runAlone } from "./alone";
import { bringHome, countBacklog } from "./bring-home";
import { healPlaces } from "./heal-places";
import { replicateBlobs } from "./replicate-blobs";
import { signal, twoStores } from "./two-stores";

runAlone();

it("makes no second copy, and brings none home, of what is known to be damaged", async () => {
  const { runtime, base, clientId, local, attic, calls, fileIn, rot, placesOf, placeIn } =
    await twoStores();
  const file = await fileIn(attic);
  await runtime.db.placement.updateMany({
    where: { clientId, blobId: file.blobId },
    data: { homeId: local.backendId },
  });
  await rot(file, attic);
  expect((await countBacklog(base, local.backendId)).files).toBe(1);
  expect(await bringHome(base, signal)).toBe(0);
  expect(await placeIn(file, attic)).toMatchObject({ state: "PRESENT", problem: "damaged" });
  expect((await countBacklog(base, local.backendId)).files).toBe(0);
  const only = await fileIn(local);
  await rot(only, local);
  await replicateBlobs(base, signal);
  expect(await placesOf(only)).toMatchObject([{ state: "PRESENT", problem: "damaged" }]);
  calls.length = 0;
  await bringHome(base, signal);
  await replicateBlobs(base, signal);
  expect(calls).toEqual([]);
});

it("brings home what was healed where it had been taken in", async () => {
  const { runtime, base, clientId, local, attic, fileIn, rot, placesOf, placeIn, verify } =
    await twoStores();
  const homeId = `home-${randomBytes(4).toString("hex")}`;
  await runtime.db.backend.create({ data: { id: homeId, kind: "memory" } });
  const file = await fileIn(local, attic);
  const place = { clientId, blobId: file.blobId, backendId: local.backendId };
  await runtime.db.placement.updateMany({ where: place, data: { homeId } });
  await rot(file, local);
  await verify(file, local);
  expect(await healPlaces(base, signal)).toBe(1);
  expect(await placesOf(file)).toHaveLength(2);
  expect(await placeIn(file, local)).toMatchObject({ state: "PRESENT", problem: null, homeId });
  expect((await countBacklog(base, homeId)).files).toBe(1);
});
