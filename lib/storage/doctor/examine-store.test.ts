import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testSecrets } from "@/lib/testing";
import type { Driver } from "../driver";
import { createGcsDriver } from "../drivers/gcs";
import { createLocalDriver } from "../drivers/local";
import { createS3Driver } from "../drivers/s3";
import { startFakeGcs } from "../fake-gcs";
import { type FakeS3, startFakeS3 } from "../fake-s3";
import { rgw } from "../rgw";
import type { S3Options } from "../s3/options";
import type { StoreName } from "../store-profile";
import { examineStore } from "./examine-store";
import { checkNames } from "./finding";

const origins = ["https://vitrine.example.com"];

async function examine(driver: Driver) {
  const found: Record<string, string> = {};
  const fixes: Record<string, string> = {};
  for await (const { check, outcome, detail, fix } of examineStore(driver, {
    origins,
    clientId: "client_001",
  })) {
    found[check] = outcome === "failed" ? `failed: ${detail}` : outcome;
    if (fix) fixes[check] = fix;
  }
  return { found, fixes };
}

const well = {
  ...{ reach: "passed", objects: "passed", put: "passed", length: "passed", type: "passed" },
  ...{ signature: "passed", overwrite: "passed", range: "passed", cors: "passed" },
  ...{ parts: "passed", abort: "passed", clock: "passed" },
};

const driverOf = (
  { endpoint, credentials }: FakeS3,
  store: StoreName = "other",
  more: Partial<S3Options> = {},
) =>
  createS3Driver({
    ...{ backendId: "s3", endpoint, credentials, store, region: "eu-central-1" },
    ...{ bucket: "media", createsBucket: false, uploadUrlSeconds: 3600, timeoutSeconds: 2 },
    ...more,
  });

describe("a bucket", () => {
  let fake: FakeS3;
  beforeAll(async () => {
    fake = await startFakeS3();
  });
  afterAll(() => fake.stop());
  beforeEach(() => {
    fake.faults.clear();
    fake.clock.aheadMs = 0;
    fake.cors.isAllowed = true;
  });

  it("that is well passes, is told of the rule that it lacks, and keeps nothing", async () => {
    const { found, fixes } = await examine(driverOf(fake));
    expect(found).toEqual({ ...well, lifecycle: "warned" });
    expect(fixes.lifecycle).toContain("put-bucket-lifecycle-configuration --bucket media");
    expect(fixes.lifecycle).toContain('"AbortIncompleteMultipartUpload"');
    expect([...fake.bucket("media").objects.keys()]).toEqual([]);
    expect(fake.bucket("media").uploads.size).toBe(0);
  });

  it("that lets no page in is told with what to paste", async () => {
    fake.cors.isAllowed = false;
    const { found, fixes } = await examine(driverOf(fake));
    expect(found).toMatchObject({ put: "passed", cors: `failed: ${origins[0]}` });
    expect(fixes.cors).toContain("aws s3api put-bucket-cors --bucket media");
    expect(fixes.cors).toContain(`"AllowedOrigins": [\n        "${origins[0]}"`);
  });

  it("whose clock is twenty minutes off is told, though uploads go on", async () => {
    fake.clock.aheadMs = 20 * 60_000;
    const { found } = await examine(driverOf(fake));
    expect(found).toMatchObject({
      put: "passed",
      clock: expect.stringMatching(/failed: 1\d\d\d s/),
    });
  });

  it("that is down or refuses the key is told once, and nothing more is tried", async () => {
    fake.faults.next("*", "unavailable", 1000);
    expect((await examine(driverOf(fake))).found).toEqual({
      reach: expect.stringContaining("failed"),
    });
    fake.faults.clear();
    const credentials = { ...fake.credentials, secretAccessKey: "another" };
    expect((await examine(driverOf({ ...fake, credentials }))).found).toEqual({
      reach: expect.stringContaining("S3_ACCESS_KEY"),
    });
  });

  it("that is sent parts of the largest CHUNK_SIZE passes them", async () => {
    const driver = driverOf(fake, "other", { partSizeBytes: 64 * 1024 ** 2 });
    expect((await examine(driver)).found).toMatchObject({ parts: "passed", abort: "passed" });
    expect(fake.bucket("media").uploads.size).toBe(0);
  });

  it("keeps no object of an attempt that failed", async () => {
    fake.faults.next("HeadObject", { status: 403, code: "AccessDenied" }, 1);
    fake.faults.next("ListObjectsV2", { status: 403, code: "AccessDenied" }, 1);
    const { found } = await examine(driverOf(fake));
    expect(found).toMatchObject({ objects: expect.stringMatching("failed"), put: "passed" });
    expect([...fake.bucket("media").objects.keys()]).toEqual([]);
  });

  it("that no URL can be signed for is told, and the rest is tried", async () => {
    const driver = driverOf(fake);
    const no = async () => {
      throw new Error("nobody signs");
    };
    const { found } = await examine({ ...driver, signPut: no, signParts: no });
    expect(found).toMatchObject({ objects: "passed", put: "failed: nobody signs" });
    expect(found).toMatchObject({ range: "skipped", parts: "failed: nobody signs" });
    expect(Object.keys(found).sort()).toEqual([...checkNames].sort());
  });

  it("never has a signature in what is told", async () => {
    fake.faults.next("PutObject", "unavailable", 1000);
    const { found, fixes } = await examine(driverOf(fake));
    expect(found.objects).toContain("failed");
    expect(JSON.stringify({ found, fixes })).not.toMatch(/signature=|X-Amz/i);
  });
});

it.each([["oss"], ["b2"], ["r2"]] as const)("a bucket of %s passes too", async (profile) => {
  const fake = await startFakeS3(profile);
  const { found } = await examine(driverOf(fake, profile));
  await fake.stop();
  expect(found).toMatchObject({ ...well, overwrite: expect.stringMatching(/passed|warned/) });
});

it("a bucket of Google's passes", async () => {
  const { apiEndpoint, credentials, ...fake } = await startFakeGcs("media");
  const driver = createGcsDriver({
    ...{ backendId: "gcs", bucket: "media", apiEndpoint, credentials, projectId: "p" },
    ...{ createsBucket: false, uploadUrlSeconds: 3600, timeoutSeconds: 5 },
  });
  const { found, fixes } = await examine(driver);
  await fake.stop();
  expect(found).toEqual({ ...well, lifecycle: "warned" });
  expect(fixes.lifecycle).toContain("gcloud storage buckets update gs://media --lifecycle-file");
});

it("a disk passes what makes sense there", async () => {
  const root = await mkdtemp(join(tmpdir(), "vitrine-doctor-"));
  const driver = await createLocalDriver(testSecrets, { root, uploadUrlSeconds: 60 });
  const { found } = await examine(driver);
  expect(found).toMatchObject({ objects: "passed", parts: "passed", abort: "passed" });
  expect(Object.values(found).filter((outcome) => outcome.startsWith("failed"))).toEqual([]);
  expect(await readdir(join(root, "uploads"))).toEqual([]);
  await rm(root, { recursive: true });
});

it.skipIf(!rgw)("a bucket of Ceph's passes, rules and all", async () => {
  const driver = createS3Driver({
    ...{ ...rgw?.options, endpoint: rgw?.options.endpoint ?? "", backendId: "s3" },
    ...{ region: "us-east-1", bucket: `doctor-${Date.now()}`, createsBucket: true },
    ...{ uploadUrlSeconds: 60, timeoutSeconds: 10 },
  });
  await driver.check?.();
  expect((await examine(driver)).found).toEqual({ ...well, lifecycle: "passed" });
});
