import { Readable } from "node:stream";
import { CreateMultipartUploadCommand, ListMultipartUploadsCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createS3Driver } from "../drivers/s3";
import { type FakeS3, startFakeS3 } from "../fake-s3";
import { newObjectKey } from "../object-key";
import { rgw } from "../rgw";
import { putPlan } from "./put-object";

const mebibyte = 1024 ** 2;
const contentType = "video/mp4";
const bytes = Buffer.alloc(9 * mebibyte, "v");

let fake: FakeS3;
beforeAll(async () => {
  fake = await startFakeS3();
});
afterAll(() => fake.stop());
const driverOf = () =>
  createS3Driver({
    ...{ backendId: "s3", endpoint: fake.endpoint, credentials: fake.credentials },
    ...{ region: "us-east-1", bucket: "media", createsBucket: false },
    ...{ uploadUrlSeconds: 60, timeoutSeconds: 5 },
  });

it.each([0, 78, 79, 300, 625])("%i GiB fit into the parts that a store allows", (gibibytes) => {
  const sizeBytes = gibibytes * 1024 * mebibyte;
  const { partSize, queueSize } = putPlan(sizeBytes);
  expect(partSize * 10_000).toBeGreaterThanOrEqual(sizeBytes);
  expect(partSize * queueSize).toBeLessThanOrEqual(64 * mebibyte);
});

it("gives up what a killed process has begun under the key, and nothing else", async () => {
  const key = newObjectKey("client_001", "originals");
  const { uploads } = fake.bucket("media");
  uploads.set("orphan", { key, contentType, parts: new Map(), openedAt: new Date() });
  uploads.set("other", { key: `${key}0`, contentType, parts: new Map(), openedAt: new Date() });
  const body = Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]);
  await driverOf().put(key, body, { contentType, sizeBytes: bytes.length });
  expect([...uploads.keys()]).toEqual(["other"]);
  uploads.clear();
});

it("does without where the store does not list them", async () => {
  const key = newObjectKey("client_001", "originals");
  fake.faults.next("ListMultipartUploads", { status: 501, code: "NotImplemented" });
  const stored = await driverOf().put(key, Readable.from([bytes]), { contentType });
  expect(stored.sizeBytes).toBe(bytes.length);
});

it.skipIf(!rgw)("gives up what a killed process has begun, on Ceph", async () => {
  if (!rgw) return;
  const Bucket = await rgw.makeBucket();
  const Key = newObjectKey("client_001", "originals");
  await rgw.client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const driver = createS3Driver({ ...rgw.options, bucket: Bucket });
  await driver.put(Key, Readable.from([bytes]), { contentType, sizeBytes: bytes.length });
  const { Uploads = [] } = await rgw.client.send(new ListMultipartUploadsCommand({ Bucket }));
  expect(Uploads).toEqual([]);
});
