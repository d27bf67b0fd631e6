import { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { contextOf, type Runtime } from "@/lib/runtime";
import { createMemoryDriver, createMemoryStorage, newObjectKey } from "@/lib/storage";
import { storedArtifact, testClient, testRuntime, testSecrets } from "@/lib/testing";
import { getReconciliation } from "./list-reconciliations";
import { reconcileStore } from "./reconcile-store";

const day = 24 * 60 * 60 * 1000;
let runtime: Runtime;
let clientId: string;
let storeId: string;
/** How long ago what is put now was written. */
let ageDays = 0;
let disk: ReturnType<typeof createMemoryDriver>;
const drivers: ReturnType<typeof createMemoryDriver>[] = [];
const ctx = () => contextOf(runtime, { kind: "job", name: "test" });
const now = () => new Date(Date.now() - ageDays * day);

beforeAll(async () => {
  runtime = await testRuntime();
});

beforeEach(async () => {
  ageDays = 3;
  storeId = `test-${uuid()}`;
  disk = createMemoryDriver(testSecrets, { backendId: storeId, now });
  drivers.push(disk);
  runtime = await testRuntime({ storage: createMemoryStorage(testSecrets, [disk]) });
  await runtime.db.backend.create({ data: { id: storeId, kind: "memory" } });
  ({ clientId } = await testClient("OWNER"));
});

async function object(sizeBytes = 5, key = newObjectKey(clientId, "originals")) {
  await disk.put(key, Readable.from([Buffer.alloc(sizeBytes)]), { contentType: "video/mp4" });
  return key;
}

type State = "COPYING" | "PRESENT" | "DELETING";

async function record(objectKey: string, sizeBytes = 5, state: State = "PRESENT") {
  const [blobId, id, size] = [uuid(), uuid(), BigInt(sizeBytes)];
  await runtime.db.blob.create({
    data: { clientId, id: blobId, state: "STAGED", sizeBytes: size, contentType: "video/mp4" },
  });
  await runtime.db.placement.create({
    data: { clientId, id, blobId, backendId: storeId, objectKey, storedSizeBytes: size, state },
  });
  return { id, blobId };
}

async function reconcile(
  options: { isDryRun?: boolean; graceHours?: number; acceptsMany?: boolean } = {},
  watcher: Partial<Parameters<typeof reconcileStore>[2]> = {},
) {
  const signal = new AbortController().signal;
  return reconcileStore(ctx(), { storeId, ...options }, { signal, ...watcher });
}

/** What was counted of this client. */
async function countsOf(runId: string) {
  const { clients } = await getReconciliation(ctx(), runId);
  return clients.find((one) => one.clientId === clientId);
}

const findings = async () =>
  (await runtime.db.storageFinding.findMany({ where: { backendId: storeId } })).map(
    ({ objectKey, kind, state }) => [objectKey, kind, state],
  );
const sorted = (rows: string[][]) => rows.sort((a, b) => (String(a) < String(b) ? -1 : 1));

it("finds bytes without a record, records without bytes, and bytes of another size", async () => {
  const [fine, orphan, missing, damaged] = [
    ...[await object(), await object(70)],
    ...[newObjectKey(clientId, "originals"), await object(4)],
  ] as const;
  await record(fine);
  await record(missing);
  await record(damaged, 5);
  const id = await reconcile();
  expect(sorted(await findings())).toEqual(
    sorted([
      [orphan, "ORPHAN", "QUARANTINED"],
      [missing, "MISSING", "OPEN"],
      [damaged, "DAMAGED", "OPEN"],
    ]),
  );
  const counted = { orphans: 1, orphanBytes: 70, missing: 1, damaged: 1, foreign: 0, recent: 0 };
  expect(await countsOf(id)).toMatchObject({ objects: 3, bytes: 79, ...counted });
  expect(await getReconciliation(ctx(), id)).toMatchObject({ state: "DONE", total: counted });
  // Quarantine deletes nothing.
  expect((await disk.head(orphan)).sizeBytes).toBe(70);
});

it("leaves alone what is young, what is on its way, and what another program has put there", async () => {
  const copying = await object();
  await record(copying, 5, "COPYING");
  const deleting = await object();
  await record(deleting, 5, "DELETING");
  const { id: artifactId } = await storedArtifact(clientId);
  for (const [state, expiresInDays] of [
    ...[["OPEN", -2] as const, ["COMPLETING", -2] as const],
    ...[["EXPIRED", -0.5] as const, ["ABORTED", 0.5] as const],
  ]) {
    await runtime.db.upload.create({
      data: {
        ...{ clientId, id: uuid(), purpose: "NEW_ARTIFACT", state, artifactId },
        ...{ backendId: storeId, stagingKey: await object(), sizeBytes: 5n },
        ...{ contentType: "video/mp4", expiresAt: new Date(Date.now() + expiresInDays * day) },
      },
    });
  }
  ageDays = 1;
  await object();
  const id = await reconcile();
  expect(await findings()).toEqual([]);
  expect(await countsOf(id)).toMatchObject({ objects: 7, recent: 3, orphans: 0 });
  // The same with a shorter grace: at least twice as long as an address lives.
  await reconcile({ graceHours: 1 });
  expect(await findings()).toHaveLength(1);
});

it("takes an upload for over a day after it was given up", async () => {
  const { id: artifactId } = await storedArtifact(clientId);
  const stagingKey = await object();
  await runtime.db.upload.create({
    data: {
      ...{ clientId, id: uuid(), purpose: "NEW_ARTIFACT", state: "EXPIRED", artifactId },
      ...{ backendId: storeId, stagingKey, sizeBytes: 5n, contentType: "video/mp4" },
      expiresAt: new Date(Date.now() - 1.1 * day),
    },
  });
  await record(await object());
  await reconcile();
  expect(await findings()).toEqual([[stagingKey, "ORPHAN", "QUARANTINED"]]);
});

it("takes no bytes for orphaned that a record names, in whatever store", async () => {
  const key = await object();
  const { id } = await record(key);
  await runtime.db.placement.update({
    where: { clientId_id: { clientId, id } },
    data: { backendId: "memory" },
  });
  await reconcile();
  expect(await findings()).toEqual([]);
});

it("keeps clients apart whose ids begin alike", async () => {
  const longer = `${clientId}0`;
  await runtime.db.client.create({ data: { id: longer, name: longer } });
  const mine = await object();
  await record(mine);
  const theirs = await object(5, newObjectKey(longer, "originals"));
  const { clients } = await getReconciliation(ctx(), await reconcile());
  expect(await findings()).toEqual([[theirs, "ORPHAN", "QUARANTINED"]]);
  const counts = new Map(clients.map((one) => [one.clientId, one]));
  expect(counts.get(clientId)).toMatchObject({ objects: 1, orphans: 0 });
  expect(counts.get(longer)).toMatchObject({ objects: 1, orphans: 1 });
});

it("is over with what is not true any more, and says the same thing only once", async () => {
  const [orphan, missing] = [await object(), newObjectKey(clientId, "originals")];
  await record(missing);
  await reconcile();
  await reconcile();
  expect(await findings()).toHaveLength(2);
  await record(orphan);
  await object(5, missing);
  await reconcile();
  expect(sorted(await findings())).toEqual(
    sorted([
      [orphan, "ORPHAN", "RESOLVED"],
      [missing, "MISSING", "RESOLVED"],
    ]),
  );
});

it("changes nothing in a dry run, but reports", async () => {
  const orphan = await object();
  ageDays = 2.5;
  const key = newObjectKey(clientId, "originals");
  const request = { key, sizeBytes: 20_000_000, contentType: "video/mp4", expiresAt: new Date() };
  await disk.openUpload(request);
  const id = await reconcile({ isDryRun: true });
  expect(await findings()).toEqual([[orphan, "ORPHAN", "OPEN"]]);
  expect(await countsOf(id)).toMatchObject({ orphans: 1, staleUploads: 1 });
  const begun = [];
  for await (const upload of disk.listUploads?.(clientId) ?? []) begun.push(upload.key);
  expect(begun).toEqual([key]);
  await disk.head(orphan);
});

it("gives up uploads in parts that nobody knows of, and leaves a file of that name", async () => {
  const open = async (key = newObjectKey(clientId, "originals")) => {
    const request = { key, sizeBytes: 20_000_000, contentType: "video/mp4", expiresAt: now() };
    return { key, ...(await disk.openUpload(request)) };
  };
  const [unknown, known, copied] = [await open(await object()), await open(), await open()];
  await record(unknown.key);
  await record(copied.key, 5, "COPYING");
  const { id: artifactId } = await storedArtifact(clientId);
  await runtime.db.upload.create({
    data: {
      ...{ clientId, id: uuid(), purpose: "NEW_ARTIFACT", state: "OPEN", artifactId },
      ...{ backendId: storeId, stagingKey: known.key, sizeBytes: 20_000_000n },
      ...{ contentType: "video/mp4", expiresAt: new Date(Date.now() + day) },
    },
  });
  ageDays = 0;
  const young = await open();
  expect(await countsOf(await reconcile())).toMatchObject({ staleUploads: 1 });
  const left = [];
  for await (const upload of disk.listUploads?.(clientId) ?? []) left.push(upload.key);
  expect(left.sort()).toEqual([known.key, copied.key, young.key].sort());
  await disk.head(unknown.key);
});

it("goes on where it was cut off, and counts the same", async () => {
  const keys = [];
  for (let at = 0; at < 1500; at += 1) keys.push(await object(1));
  for (const key of keys.slice(15)) await record(key, 1);
  const stopping = new AbortController();
  await expect(
    reconcile(
      {},
      { signal: stopping.signal, onCounted: () => stopping.abort(new Error("killed")) },
    ),
  ).rejects.toThrow("killed");
  const cut = await runtime.db.reconciliation.findFirstOrThrow({ where: { backendId: storeId } });
  expect(cut).toMatchObject({ state: "STOPPED" });

  // As after a kill, when nobody has said any more how it ended.
  await runtime.db.reconciliation.update({ where: { id: cut.id }, data: { state: "RUNNING" } });
  expect(await reconcile()).toBe(cut.id);
  expect(await countsOf(cut.id)).toMatchObject({ objects: 1500, bytes: 1500, orphans: 15 });
  expect(await findings()).toHaveLength(15);
  expect(await reconcile()).not.toBe(cut.id);
  expect(await findings()).toHaveLength(15);
}, 60_000);

it("says of nothing that it is missing when the store does not answer", async () => {
  const missing = newObjectKey(clientId, "originals");
  await record(missing);
  const { head } = disk;
  disk.head = async () => {
    throw new AppError("unavailable", "down", { reason: "store_down" });
  };
  await expect(reconcile()).rejects.toMatchObject({ reason: "store_down" });
  expect(await findings()).toEqual([]);
  const [run] = await runtime.db.reconciliation.findMany({ where: { backendId: storeId } });
  expect(run).toMatchObject({ state: "FAILED", reason: "store_down" });
  disk.head = head;
  expect(await reconcile()).toBe(run?.id);
  expect(await findings()).toEqual([[missing, "MISSING", "OPEN"]]);
});

it.each([
  [2, 1],
  [21, 100],
])("quarantines none of %i orphans beside %i files: rather the records are wrong", async (n, m) => {
  for (let at = 0; at < n; at += 1) await object();
  for (let at = 0; at < m; at += 1) await record(await object());
  const { reason, total } = await getReconciliation(ctx(), await reconcile());
  expect({ reason, orphans: total.orphans }).toEqual({ reason: "too_many_orphans", orphans: n });
  expect(new Set((await findings()).map(([, , state]) => state))).toEqual(new Set(["OPEN"]));
  await reconcile({ acceptsMany: true });
  expect(new Set((await findings()).map(([, , state]) => state))).toEqual(new Set(["QUARANTINED"]));
});

it("compares a store only once at a time", async () => {
  await object();
  let second: unknown;
  await reconcile(
    {},
    {
      async onStart() {
        second = reconcile().catch((error) => error);
      },
    },
  );
  expect(await second).toMatchObject({ code: "conflict", reason: "reconciliation_runs" });
  expect(await runtime.db.reconciliation.count({ where: { backendId: storeId } })).toBe(1);
});
