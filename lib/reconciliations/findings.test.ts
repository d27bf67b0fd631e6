import { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { PersonContext } from "@/lib/auth";
import { AppError } from "@/lib/errors";
import { contextOf, type Runtime } from "@/lib/runtime";
import { createMemoryDriver, createMemoryStorage, newObjectKey } from "@/lib/storage";
import { storedArtifact, testClient, testRuntime, testSecrets } from "@/lib/testing";
import {
  deleteFinding,
  listFindings,
  listReconciliations,
  reconcileStore,
  reconciliationJobs,
  releaseFinding,
  startReconciliation,
} from ".";
import { emptyQuarantine } from "./empty-quarantine";

const day = 24 * 60 * 60 * 1000;
const storeId = "test-findings";
const signal = new AbortController().signal;
let runtime: Runtime;
let clientId: string;
let userId: string;
let disk: ReturnType<typeof createMemoryDriver>;
const job = () => contextOf(runtime, { kind: "job", name: "test" });
const admin = (isAdmin = true): PersonContext =>
  contextOf(runtime, { kind: "person", userId, isAdmin });

beforeAll(async () => {
  runtime = await testRuntime();
  await runtime.db.backend.create({ data: { id: storeId, kind: "memory" } });
});

beforeEach(async () => {
  const now = () => new Date(Date.now() - 3 * day);
  disk = createMemoryDriver(testSecrets, { backendId: storeId, now });
  runtime = await testRuntime({ storage: createMemoryStorage(testSecrets, [disk]) });
  await runtime.db.storageFinding.deleteMany({ where: { backendId: storeId } });
  await runtime.db.reconciliation.deleteMany({ where: { backendId: storeId } });
  ({ clientId, userId } = await testClient("OWNER"));
});

const reconcile = () => reconcileStore(job(), { storeId, acceptsMany: true }, { signal });

async function orphan() {
  const key = newObjectKey(clientId, "originals");
  await disk.put(key, Readable.from(["orphan"]), { contentType: "video/mp4" });
  return key;
}

async function record(objectKey: string) {
  const { id } = await storedArtifact(clientId, { name: "Spring.mp4" });
  const artifact = await runtime.db.artifact.findFirstOrThrow({ where: { clientId, id } });
  const place = { clientId, id: uuid(), blobId: artifact.blobId ?? "", backendId: storeId };
  const stored = { objectKey, storedSizeBytes: 1000n, state: "PRESENT" } as const;
  await runtime.db.placement.create({ data: { ...place, ...stored } });
  return id;
}

const aWeekLater = () =>
  runtime.db.storageFinding.updateMany({
    where: { clientId, state: "QUARANTINED" },
    data: { deleteAfter: new Date(Date.now() - 1000) },
  });
const empty = () => emptyQuarantine(job(), signal);
const found = async () => {
  const rows = await runtime.db.storageFinding.findMany({ where: { clientId } });
  return Object.fromEntries(rows.map((row) => [row.objectKey, row]));
};
const isThere = (key: string) =>
  disk
    .head(key)
    .then(() => true)
    .catch(() => false);

it("deletes orphans once their week is over, and not what has a record again", async () => {
  const [gone, restored, young] = [await orphan(), await orphan(), await orphan()];
  await reconcile();
  const deleteAfter = (await found())[gone]?.deleteAfter?.getTime() ?? 0;
  expect(Math.round((deleteAfter - Date.now()) / day)).toBe(7);
  await empty();
  expect(await isThere(gone)).toBe(true);

  await aWeekLater();
  await runtime.db.storageFinding.updateMany({
    where: { clientId, objectKey: young },
    data: { deleteAfter: new Date(Date.now() + day) },
  });
  await record(restored);
  await empty();
  await empty();
  expect(await Promise.all([gone, restored, young].map(isThere))).toEqual([false, true, true]);
  const states = await found();
  expect(states[gone]).toMatchObject({ state: "DELETED", deleteAfter: null });
  expect(states[restored]).toMatchObject({ state: "RESOLVED" });
  expect(states[young]).toMatchObject({ state: "QUARANTINED" });
  const events = await runtime.db.auditEvent.findMany({ where: { clientId } });
  expect(events).toMatchObject([{ action: "finding.delete", actorKind: "job" }]);
});

it("keeps what it could not delete for the next day", async () => {
  const key = await orphan();
  await reconcile();
  await aWeekLater();
  const { delete: really } = disk;
  disk.delete = async () => {
    throw new AppError("unavailable", "down", { reason: "store_down" });
  };
  await empty();
  expect((await found())[key]).toMatchObject({ state: "QUARANTINED" });
  disk.delete = really;
  await empty();
  expect((await found())[key]).toMatchObject({ state: "DELETED" });
});

it("keeps an orphan that a person wants, also when it is found again", async () => {
  const key = await orphan();
  await reconcile();
  const [finding] = (await listFindings(admin(), { clientId })).items;
  await releaseFinding(admin(), finding?.id ?? "");
  await releaseFinding(admin(), finding?.id ?? "");
  await aWeekLater();
  await reconcile();
  await empty();
  expect(await isThere(key)).toBe(true);
  expect((await found())[key]).toMatchObject({ state: "KEPT" });
  const [latest] = (await listReconciliations(admin(), storeId)).items;
  expect(latest?.total).toMatchObject({ orphans: 0, objects: 1 });
});

it("deletes an orphan at once when a person says so, and nothing that has a record", async () => {
  const [gone, restored] = [await orphan(), await orphan()];
  await reconcile();
  await record(restored);
  const ids = await found();
  await deleteFinding(admin(), ids[gone]?.id ?? "");
  await deleteFinding(admin(), ids[gone]?.id ?? "");
  expect(await isThere(gone)).toBe(false);
  const over = { code: "precondition_failed", reason: "finding_over" };
  await expect(deleteFinding(admin(), ids[restored]?.id ?? "")).rejects.toMatchObject(over);
  expect(await isThere(restored)).toBe(true);
  await expect(releaseFinding(admin(), ids[gone]?.id ?? "")).rejects.toMatchObject(over);
  await expect(deleteFinding(admin(), uuid())).rejects.toMatchObject({ code: "not_found" });
});

it("takes nothing for right that was wrong when it was read, and has what seems wrong read soon", async () => {
  const [rotten, gone, back, missing] = [
    ...[await orphan(), newObjectKey(clientId, "originals")],
    ...[await orphan(), newObjectKey(clientId, "originals")],
  ] as const;
  const verifiedAt = new Date();
  for (const [objectKey, problem] of [
    [rotten, "damaged"],
    [gone, "missing"],
    [back, "missing"],
    [missing, null],
  ] as const) {
    await record(objectKey);
    const wrong = problem && { problem, state: "DAMAGED" as const };
    const data = { ...wrong, verifiedAt, storedSizeBytes: 6n };
    await runtime.db.placement.updateMany({ where: { clientId, objectKey }, data });
  }
  const { blobId } = await runtime.db.placement.findFirstOrThrow({
    where: { clientId, objectKey: gone },
  });
  const copy = { clientId, id: uuid(), blobId, backendId: storeId, objectKey: await orphan() };
  await runtime.db.placement.create({ data: { ...copy, storedSizeBytes: 6n, state: "PRESENT" } });
  await reconcile();
  const kinds = Object.entries(await found()).map(([key, { kind }]) => [key, kind]);
  expect(Object.fromEntries(kinds)).toEqual({
    ...{ [rotten]: "DAMAGED", [gone]: "MISSING", [missing]: "MISSING" },
  });
  // Healing begins with reading it once more.
  for (const objectKey of [missing, back]) {
    const where = { clientId, objectKey };
    expect(await runtime.db.placement.findFirst({ where })).toMatchObject({ verifiedAt: null });
  }
  const { items } = await listFindings(admin(), { storeId, clientId });
  const healing = items.filter(({ isHealing }) => isHealing);
  expect(healing.map(({ key }) => key)).toEqual([gone]);
});

it("lists findings page by page, with the file that lacks its bytes", async () => {
  await orphan();
  const missing = newObjectKey(clientId, "originals");
  const artifactId = await record(missing);
  await reconcile();
  const first = await listFindings(admin(), { clientId, limit: 1 });
  const second = await listFindings(admin(), {
    clientId,
    limit: 1,
    cursor: first.nextCursor ?? "",
  });
  expect(second.nextCursor).toBeNull();
  const kinds = [...first.items, ...second.items].map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(["MISSING", "ORPHAN"]);
  const only = await listFindings(admin(), { storeId, clientId, kind: "MISSING" });
  expect(only.items).toMatchObject([
    { key: missing, state: "OPEN", artifact: { id: artifactId, name: "Spring.mp4" } },
  ]);
  expect((await listFindings(admin(), { clientId, state: "DELETED" })).items).toEqual([]);
  const [id] = only.items.map(({ id }) => id);
  const over = { reason: "finding_over" };
  await expect(releaseFinding(admin(), id ?? "")).rejects.toMatchObject(over);
  await expect(deleteFinding(admin(), id ?? "")).rejects.toMatchObject(over);
});

it("is started by an administrator once, and done by a job", async () => {
  const key = await orphan();
  const started = await startReconciliation(admin(), storeId, { isDryRun: true });
  expect(started).toMatchObject({ state: "RUNNING", isDryRun: true, graceHours: 48 });
  expect(started.requestedBy).toEqual({ kind: "person", name: "The owner" });
  const again = await startReconciliation(admin(), storeId, { isDryRun: true });
  expect(again.id).toBe(started.id);
  const jobs = await runtime.db.$queryRaw<{ payload: unknown }[]>`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'reconcile-store' and j.payload->>'storeId' = ${storeId}`;
  expect(jobs).toHaveLength(1);

  const run = { jobId: "1", attempt: 1, isLastAttempt: false, signal, log: runtime.log };
  await reconciliationJobs(job)["reconcile-store"]?.(jobs[0]?.payload, run);
  const [latest] = (await listReconciliations(admin())).items.filter((r) => r.storeId === storeId);
  expect(latest).toMatchObject({ id: started.id, state: "DONE", total: { orphans: 1 } });
  const mine = latest?.clients.find((one) => one.clientId === clientId);
  expect(mine).toMatchObject({ name: `Shop ${clientId}`, orphans: 1 });
  expect((await found())[key]).toMatchObject({ state: "OPEN" });
});

it("is ordered for every store by the clock", async () => {
  const run = { jobId: "1", attempt: 1, isLastAttempt: false, signal, log: runtime.log };
  await reconciliationJobs(job)["reconcile-stores"]?.({}, run);
  const [row] = await runtime.db.$queryRaw<{ queue: string }[]>`
    select queue_name as queue from graphile_worker.jobs
    where task_identifier = 'reconcile-store' and key = ${`reconcile-store:${storeId}`}`;
  expect(row?.queue).toBe("reconcile-store");
  const unknown = { storeId: "was-here-once" };
  await reconciliationJobs(job)["reconcile-store"]?.(unknown, run);
});

it("is refused to anybody else, and for a store that is none", async () => {
  const nobody = admin(false);
  const forbidden = { code: "forbidden" };
  await expect(startReconciliation(nobody, storeId, {})).rejects.toMatchObject(forbidden);
  await expect(listReconciliations(nobody)).rejects.toMatchObject(forbidden);
  await expect(listFindings(nobody, {})).rejects.toMatchObject(forbidden);
  await expect(releaseFinding(nobody, uuid())).rejects.toMatchObject(forbidden);
  await expect(deleteFinding(nobody, uuid())).rejects.toMatchObject(forbidden);
  const unknown = { code: "not_found" };
  await expect(startReconciliation(admin(), "tape", {})).rejects.toMatchObject(unknown);
  await expect(listReconciliations(admin(), "tape")).rejects.toMatchObject(unknown);
});
