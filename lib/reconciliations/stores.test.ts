import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { adoptObjects } from "@/lib/artifacts";
import { contextOf, type Runtime } from "@/lib/runtime";
import { createMemoryStorage, type Driver, newObjectKey, openDriver } from "@/lib/storage";
import { testClient, testRuntime, testSecrets } from "@/lib/testing";
import { reconcileStore } from ".";
import { getReconciliation } from "./list-reconciliations";

const long = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
const signal = new AbortController().signal;
let runtime: Runtime;
let clientId: string;
let storeId: string;
let root: string;
let disk: Driver;
const ctx = () => contextOf(runtime, { kind: "job", name: "test" });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "vitrine-reconcile-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

beforeEach(async () => {
  storeId = `test-${uuid()}`;
  disk = await openDriver(
    {
      ...{ id: storeId, kind: "local", root: join(root, storeId), address: storeId },
      delivery: { kind: "direct" },
      ...{ uploadUrlSeconds: 60, partSizeBytes: 8_388_608, timeoutSeconds: 5 },
    },
    testSecrets,
  );
  runtime = await testRuntime({ storage: createMemoryStorage(testSecrets, [disk]) });
  await runtime.db.backend.create({ data: { id: storeId, kind: "local" } });
  ({ clientId } = await testClient("OWNER"));
});

async function reconcile() {
  const id = await reconcileStore(ctx(), { storeId }, { signal });
  const { total } = await getReconciliation(ctx(), id);
  const findings = await runtime.db.storageFinding.findMany({ where: { backendId: storeId } });
  return { total, findings: findings.map(({ objectKey, kind }) => [objectKey, kind]) };
}

async function old(path: string) {
  await utimes(path, long, long);
}

it("never touches files of another program on a disk, adopted or not", async () => {
  const directory = join(root, storeId, clientId);
  await mkdir(join(directory, "originals"), { recursive: true });
  const names = ["a film.mp4", "b.mp4", `originals/${uuid()}`];
  for (const name of names) {
    await writeFile(join(directory, name), "film");
    await old(join(directory, name));
  }
  const prefix = `${clientId}/a`;
  const onObject = () => {};
  const order = { backendId: storeId, clientId, prefix, isRehearsal: false, signal, onObject };
  await adoptObjects(ctx(), order);
  const orphan = newObjectKey(clientId, "originals");
  await disk.put(orphan, Readable.from(["x"]), { contentType: "text/plain" });
  await old(disk.pathOf?.(orphan) ?? "");

  const { findings, total } = await reconcile();
  expect(findings).toEqual([[orphan, "ORPHAN"]]);
  // The one that is called like ours cannot be read by its name, and is not ours.
  expect(total).toMatchObject({ objects: 3, foreign: 1, orphans: 1 });

  await writeFile(join(directory, "a film.mp4"), "another film");
  expect((await reconcile()).total).toMatchObject({ damaged: 1, orphans: 1, missing: 0 });
});

it("says of nothing that it is missing on a disk that is not mounted any more", async () => {
  const key = newObjectKey(clientId, "originals");
  await disk.put(key, Readable.from(["film"]), { contentType: "text/plain" });
  const blobId = uuid();
  const size = { sizeBytes: 4n, contentType: "text/plain", state: "STAGED" } as const;
  await runtime.db.blob.create({ data: { clientId, id: blobId, ...size } });
  await runtime.db.placement.create({
    data: {
      ...{ clientId, id: uuid(), blobId, backendId: storeId, objectKey: key },
      ...{ storedSizeBytes: 4n, state: "PRESENT" },
    },
  });
  expect((await reconcile()).findings).toEqual([]);
  await rename(join(root, storeId), join(root, "elsewhere"));
  await mkdir(join(root, storeId));
  await expect(reconcile()).rejects.toMatchObject({ reason: "backend_unknown" });
  expect(await runtime.db.storageFinding.count({ where: { backendId: storeId } })).toBe(0);
  await rm(join(root, storeId), { recursive: true });
  await rename(join(root, "elsewhere"), join(root, storeId));
  expect((await reconcile()).findings).toEqual([]);
});

it("gives up uploads on a disk that nobody knows of", async () => {
  const key = newObjectKey(clientId, "originals");
  const request = { key, sizeBytes: 20_000_000, contentType: "video/mp4", expiresAt: new Date() };
  const [stale, young] = [await disk.openUpload(request), await disk.openUpload(request)];
  await old(join(root, storeId, "uploads", stale.storeUploadId ?? "", "key"));
  expect((await reconcile()).total).toMatchObject({ staleUploads: 1 });
  const left = [];
  for await (const { storeUploadId } of disk.listUploads?.(clientId) ?? [])
    left.push(storeUploadId);
  expect(left).toEqual([young.storeUploadId]);
});
