import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StoreLocation } from "@/lib/config";
import { contextOf, type Runtime } from "@/lib/runtime";
import { createMemoryStorage, newObjectKey, openDriver } from "@/lib/storage";
import { type FakeGcs, startFakeGcs } from "@/lib/storage/fake-gcs";
import { type FakeS3, startFakeS3 } from "@/lib/storage/fake-s3";
import { testClient, testRuntime, testSecrets } from "@/lib/testing";
import { reconcileStore } from ".";
import { getReconciliation } from "./list-reconciliations";

const long = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
const signal = new AbortController().signal;
let s3: FakeS3;
let google: FakeGcs;
let runtime: Runtime;
let clientId: string;
let storeId: string;
const ctx = () => contextOf(runtime, { kind: "job", name: "test" });

beforeAll(async () => {
  s3 = await startFakeS3();
  google = await startFakeGcs("media");
});
afterAll(() => Promise.all([s3.stop(), google.stop()]));

const kinds = {
  s3: (): StoreLocation => ({
    ...{ ...common(), kind: "s3", store: "other", region: "eu-central-1", createsBucket: false },
    ...{ bucket: "media", endpoint: s3.endpoint, credentials: s3.credentials },
    ...{ publicEndpoint: undefined, bucketUrl: undefined, pathStyle: undefined },
  }),
  gcs: (): StoreLocation => ({
    ...{ ...common(), kind: "gcs", bucket: "media", projectId: "p", createsBucket: false },
    ...{ apiEndpoint: google.apiEndpoint, credentials: google.credentials },
    ...{ keyFile: undefined, location: undefined },
  }),
};
const common = () => ({
  ...{
    id: storeId,
    address: "fake",
    uploadUrlSeconds: 60,
    partSizeBytes: 8_388_608,
    timeoutSeconds: 5,
  },
  delivery: { kind: "direct" } as const,
});
const bucketOf = (kind: keyof typeof kinds) => {
  const bucket = kind === "s3" ? s3.bucket("media") : google.buckets.get("media");
  if (!bucket) throw new Error("no bucket");
  return bucket;
};

async function record(objectKey: string, sizeBytes: number) {
  const [blobId, size] = [uuid(), BigInt(sizeBytes)];
  const content = { sizeBytes: size, contentType: "video/mp4", state: "STAGED" } as const;
  await runtime.db.blob.create({ data: { clientId, id: blobId, ...content } });
  await runtime.db.placement.create({
    data: {
      ...{ clientId, id: uuid(), blobId, backendId: storeId, objectKey },
      ...{ storedSizeBytes: size, state: "PRESENT" },
    },
  });
}

async function reconcile() {
  const id = await reconcileStore(ctx(), { storeId }, { signal });
  return (await getReconciliation(ctx(), id)).total;
}

describe.each(["s3", "gcs"] as const)("a bucket (%s)", (kind) => {
  beforeEach(async () => {
    storeId = `test-${uuid()}`;
    const driver = await openDriver(kinds[kind](), testSecrets);
    runtime = await testRuntime({ storage: createMemoryStorage(testSecrets, [driver]) });
    await runtime.db.backend.create({ data: { id: storeId, kind } });
    ({ clientId } = await testClient("OWNER"));
  });

  const put = (sizeBytes = 5, key = newObjectKey(clientId, "originals")) => {
    const bucket = bucketOf(kind);
    bucket.put(key, Buffer.alloc(sizeBytes), "video/mp4", false);
    bucket.get(key).modifiedAt = long;
    return key;
  };

  it("is compared over many pages, and its stale uploads too", async () => {
    bucketOf(kind).pageSize = 40;
    for (let at = 0; at < 110; at += 1) {
      const upload = bucketOf(kind).begin(newObjectKey(clientId, "originals"), "video/mp4");
      bucketOf(kind).open(upload).openedAt = long;
    }
    const foreign = bucketOf(kind).begin(`${clientId}/theirs.mp4`, "video/mp4");
    bucketOf(kind).open(foreign).openedAt = long;
    for (let at = 0; at < 105; at += 1) put(1, `${clientId}/archive/${at} & more.mp4`);
    const [fine, damaged] = [put(), put(4)];
    await record(fine, 5);
    await record(damaged, 5);
    await record(newObjectKey(clientId, "originals"), 5);
    put();
    bucketOf(kind).put(newObjectKey(clientId, "originals"), Buffer.alloc(1), "video/mp4", true);
    const counted = { objects: 109, foreign: 105, orphans: 1, recent: 1, missing: 1, damaged: 1 };
    expect(await reconcile()).toMatchObject({ ...counted, staleUploads: 110 });
    expect([...bucketOf(kind).uploads.keys()]).toEqual([foreign]);
    expect(await reconcile()).toMatchObject({ ...counted, staleUploads: 0 });
    bucketOf(kind).uploads.clear();
  });

  it("says of nothing that it is missing while it does not answer, and goes on afterwards", async () => {
    await record(newObjectKey(clientId, "originals"), 5);
    const { faults } = kind === "s3" ? s3 : google;
    faults.next("*", "unavailable", 100);
    await expect(reconcile()).rejects.toMatchObject({ reason: "store_down" });
    faults.clear();
    faults.next(kind === "s3" ? "HeadObject" : "GetMetadata", "unavailable", 100);
    await expect(reconcile()).rejects.toMatchObject({ reason: "store_down" });
    faults.clear();
    expect(await runtime.db.storageFinding.count({ where: { backendId: storeId } })).toBe(0);
    expect(await reconcile()).toMatchObject({ missing: 1 });
    expect(await runtime.db.reconciliation.count({ where: { backendId: storeId } })).toBe(1);
  });
});
